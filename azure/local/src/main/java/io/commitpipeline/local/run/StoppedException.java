package io.commitpipeline.local.run;

/**
 * Somebody asked the program to end.
 */
public class StoppedException extends RuntimeException {

	StoppedException() {
		super("Stopped");
	}

}
