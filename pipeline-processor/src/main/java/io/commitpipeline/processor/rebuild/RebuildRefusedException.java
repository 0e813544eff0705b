package io.commitpipeline.processor.rebuild;

/**
 * The metrics stay as they are: what the archive gives would be less than they hold.
 */
class RebuildRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RebuildRefusedException(String reason) {
		super(reason);
	}

}
