package io.commitpipeline.local.containerapps;

import java.util.List;
import java.util.Map;

/**
 * What runs all the time.
 *
 * @param image name of the image, without registry and tag
 * @param jar from the top of the repository
 * @param cpu in cores
 * @param memory of the container
 * @param jvm options
 * @param port that it listens on in its container
 * @param ingress who reaches it: none or external
 * @param probes paths of its health endpoints
 * @param scale how many replicas
 * @param gracePeriod seconds from SIGTERM to SIGKILL
 * @param uses names of settings in common
 * @param environment its own settings, by name
 */
record App(String image, String jar, String cpu, String memory, List<String> jvm, int port, String ingress,
		Probes probes, Scale scale, int gracePeriod, List<String> uses, Map<String, Setting> environment) {

	record Probes(String liveness, String readiness) {
	}

	record Scale(int min, int max, String group, Integer threshold) {
	}

}
