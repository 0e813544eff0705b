package io.commitpipeline.producer.replays;

import java.util.Locale;

/**
 * Where a replay stands.
 */
enum ReplayState {

	PENDING, RUNNING, PAUSED, COMPLETED, STOPPED, FAILED;

	String stored() {
		return name().toLowerCase(Locale.ROOT);
	}

}
