package io.commitpipeline.local.eventhubs.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Names of annotations that the service reads or sets.
 */
final class Annotations {

	static final String PARTITION_KEY = "x-opt-partition-key";

	static final String SEQUENCE_NUMBER = "x-opt-sequence-number";

	static final String OFFSET = "x-opt-offset";

	static final String ENQUEUED_TIME = "x-opt-enqueued-time";

	/** Set by the service alone: a client's own are dropped. */
	static final Set<String> RESERVED = Set.of(SEQUENCE_NUMBER, OFFSET, ENQUEUED_TIME);

	private Annotations() {
	}

	static byte[] symbol(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
