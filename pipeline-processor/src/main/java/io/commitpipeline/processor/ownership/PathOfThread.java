package io.commitpipeline.processor.ownership;

import io.commitpipeline.processor.progress.ConsumerGroup;

/**
 * The path that the present thread works for: some things are kept apart by it.
 */
public final class PathOfThread {

	private static final ThreadLocal<ConsumerGroup> PATH = new ThreadLocal<>();

	private PathOfThread() {
	}

	/**
	 * @return null for none
	 */
	public static ConsumerGroup get() {
		return PATH.get();
	}

	static void run(ConsumerGroup path, Runnable work) {
		ConsumerGroup outer = PATH.get();
		PATH.set(path);
		try {
			work.run();
		}
		finally {
			PATH.set(outer);
		}
	}

}
