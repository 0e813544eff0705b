package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a file on disk.
 *
 * @param file the file
 * @param position where the part begins
 * @param size how many bytes it has
 * @param whole whether it is all of the file, which may then share its bytes
 */
record Piece(Path file, long position, long size, boolean whole) {

	static Piece all(Path file) throws IOException {
		return new Piece(file, 0, Files.size(file), true);
	}

	boolean unchanged() {
		return this.file.toFile().length() == this.size;
	}

}
