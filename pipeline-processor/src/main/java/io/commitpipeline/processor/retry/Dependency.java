package io.commitpipeline.processor.retry;

/**
 * What work needs from outside, and waits for while it fails.
 */
public enum Dependency {

	/** Metrics, progress, the manifest. */
	DATABASE("PostgreSQL"),

	/** The archive's file system. */
	LAKE("the lake"),

	/** The event hub. */
	HUB("the hub");

	private final String title;

	Dependency(String title) {
		this.title = title;
	}

	@Override
	public String toString() {
		return this.title;
	}

}
