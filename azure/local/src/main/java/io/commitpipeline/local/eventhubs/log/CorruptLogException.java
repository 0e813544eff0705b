package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A segment does not hold what was written to it.
 */
public final class CorruptLogException extends IOException {

	private static final long serialVersionUID = 1L;

	CorruptLogException(Path segment, long position) {
		super("%s is damaged at byte %d: the events after it cannot be read".formatted(segment, position));
	}

}
