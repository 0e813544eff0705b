package io.commitpipeline.admin.sources;

/**
 * A file that is not taken; the message is the sentence for the operator.
 */
class UploadRefusedException extends RuntimeException {

	UploadRefusedException(String sentence) {
		super(sentence);
	}

}
