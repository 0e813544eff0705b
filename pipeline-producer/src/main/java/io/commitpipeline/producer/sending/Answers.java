package io.commitpipeline.producer.sending;

/**
 * Takes the hub's answers from one binding.
 */
interface Answers {

	void accepted();

	void failed(long row, Throwable cause);

}
