package io.commitpipeline.producer.replays;

import java.util.Locale;

/**
 * What the operator wants of a replay.
 */
enum Wish {

	/** Send. */
	START,

	/** Hold, and go on when asked to. */
	PAUSE,

	/** End, for good. */
	STOP;

	static Wish of(String command) {
		return valueOf(command.toUpperCase(Locale.ROOT));
	}

}
