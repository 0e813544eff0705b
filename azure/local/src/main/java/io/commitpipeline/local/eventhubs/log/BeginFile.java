package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.commitpipeline.local.files.PrivateFiles;

/**
 * Keeps where a log begins that has lost its oldest events.
 */
final class BeginFile {

	private static final String NAME = "begin";

	private BeginFile() {
	}

	/**
	 * The first sequence number; 0 for a log that has lost nothing.
	 */
	static long read(Path directory) throws IOException {
		Path file = directory.resolve(NAME);
		if (Files.notExists(file)) {
			return 0;
		}
		try {
			return Long.parseLong(Files.readString(file).strip());
		}
		catch (NumberFormatException ex) {
			throw new IOException("%s is damaged: expected a sequence number".formatted(file), ex);
		}
	}

	static void write(Path directory, long sequenceNumber) throws IOException {
		PrivateFiles.write(directory.resolve(NAME), Long.toString(sequenceNumber));
	}

}
