package io.commitpipeline.producer.replays;

/**
 * The replay can never go on; the message is for its operator.
 */
class ReplayFailedException extends RuntimeException {

	ReplayFailedException(String sentence) {
		super(sentence);
	}

	ReplayFailedException(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
