package io.commitpipeline.processor.retry;

import org.springframework.stereotype.Component;

/**
 * Whether this process has been asked to end.
 */
@Component
public class Shutdown {

	private volatile boolean begun;

	public void begin() {
		this.begun = true;
	}

	public boolean hasBegun() {
		return this.begun;
	}

}
