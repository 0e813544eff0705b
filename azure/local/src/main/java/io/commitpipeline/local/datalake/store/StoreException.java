package io.commitpipeline.local.datalake.store;

/**
 * The store refused to do something, for a reason that the caller can understand.
 */
public final class StoreException extends RuntimeException {

	private final Failure failure;

	public StoreException(Failure failure) {
		super(failure.name());
		this.failure = failure;
	}

	public Failure failure() {
		return this.failure;
	}

}
