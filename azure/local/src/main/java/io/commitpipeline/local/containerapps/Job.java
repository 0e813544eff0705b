package io.commitpipeline.local.containerapps;

import java.util.List;
import java.util.Map;

/**
 * What runs to its end.
 *
 * @param image name of the image, without registry and tag
 * @param jar from the top of the repository
 * @param arguments of its main
 * @param cpu in cores
 * @param memory of the container
 * @param jvm options
 * @param timeout in seconds
 * @param uses names of settings in common
 * @param environment its own settings, by name
 */
record Job(String image, String jar, List<String> arguments, String cpu, String memory, List<String> jvm, int timeout,
		List<String> uses, Map<String, Setting> environment) {
}
