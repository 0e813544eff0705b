package io.commitpipeline.admin.audit;

/**
 * Something that an operator did, or tried to do.
 *
 * @param name a verb with its feature in front, such as {@code replay.pause}
 * @param subject what it was done to
 * @param before how that was before, null if it was not there
 * @param after how it was left, null if it is gone
 * @param result {@code done}, or a sentence that says why it was not
 */
public record Action(String name, String subject, String before, String after, String result) {

	/** The result of an action that did what was asked. */
	public static final String DONE = "done";

	/**
	 * An action that did what was asked.
	 */
	public static Action done(String name, String subject, String before, String after) {
		return new Action(name, subject, before, after, DONE);
	}

	/**
	 * An action that changed nothing.
	 * @param reason why, as a sentence
	 */
	public static Action refused(String name, String subject, String state, String reason) {
		return new Action(name, subject, state, state, reason);
	}

}
