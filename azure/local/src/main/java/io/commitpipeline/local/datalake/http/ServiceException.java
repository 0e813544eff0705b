package io.commitpipeline.local.datalake.http;

/**
 * A request ends with an error of the service.
 */
public final class ServiceException extends RuntimeException {

	private final transient ServiceError error;

	ServiceException(ServiceError error) {
		super(error.code());
		this.error = error;
	}

	public ServiceError error() {
		return this.error;
	}

}
