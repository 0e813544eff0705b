package io.commitpipeline.admin.replay;

import java.util.Locale;

/**
 * What an operator may ask of a replay. Which move is legal when, the database knows: its
 * function {@code replay_refusal}.
 */
public enum Move {

	/** Send for the first time. */
	START,

	/** Go on. */
	RESUME,

	/** Hold. */
	PAUSE,

	/** End, for good. */
	STOP,

	/** Begin again at the start of the range. */
	RESTART,

	/** Go on from another place. */
	SEEK,

	/** Send some rows, then hold. */
	STEP,

	/** Go on at another pace. */
	PACE,

	/** Begin again at the end, or not. */
	LOOP,

	/** Replay the source of a finished one anew. */
	AGAIN;

	/** As it stands in the account of what operators do. */
	String action() {
		return "replay." + stored();
	}

	String stored() {
		return name().toLowerCase(Locale.ROOT);
	}

}
