package io.commitpipeline.processor.progress;

import java.util.Locale;

/**
 * The two paths, each with a consumer group, a checkpoint container and progress rows of
 * its own, all under the same name.
 */
public enum ConsumerGroup {

	/** Counts commits. */
	HOT,

	/** Archives events. */
	COLD;

	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static ConsumerGroup of(String id) {
		for (ConsumerGroup group : values()) {
			if (group.id().equalsIgnoreCase(id)) {
				return group;
			}
		}
		throw new IllegalArgumentException("No path reads the hub as consumer group '" + id + "'");
	}

}
