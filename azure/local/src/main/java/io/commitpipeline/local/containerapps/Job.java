package io.commitpipeline.local.containerapps;

import java.util.List;
import java.util.Map;

/**
 * What runs once, before the apps.
 *
 * @param name in the log
 * @param image name of the image, without registry and tag
 * @param jar from the top of the repository
 * @param cpu in cores
 * @param memory of the container
 * @param jvm options
 * @param timeout in seconds
 * @param environment by name
 */
record Job(String name, String image, String jar, String cpu, String memory, List<String> jvm, int timeout,
		Map<String, Setting> environment) {
}
