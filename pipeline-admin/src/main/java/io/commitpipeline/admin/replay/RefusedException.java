package io.commitpipeline.admin.replay;

/**
 * A command that cannot be followed; the message is the sentence for the operator.
 */
class RefusedException extends RuntimeException {

	RefusedException(String sentence) {
		super(sentence);
	}

}
