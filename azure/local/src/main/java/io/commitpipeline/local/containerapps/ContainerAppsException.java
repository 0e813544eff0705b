package io.commitpipeline.local.containerapps;

/**
 * The job or an app does not run as it should.
 */
public class ContainerAppsException extends RuntimeException {

	ContainerAppsException(String message) {
		super(message);
	}

	ContainerAppsException(String message, Exception cause) {
		super(message, cause);
	}

}
