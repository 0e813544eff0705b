package io.commitpipeline.admin.completeness;

/**
 * The answer to "is anything missing?" in one word.
 */
public enum CompletenessState {

	/** Nothing was ever sent. */
	EMPTY,

	/** Every event is accounted for. */
	COMPLETE,

	/** Events are on their way. */
	IN_PROGRESS,

	/** Events are missing, and waiting does not help. */
	INCOMPLETE

}
