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
 */
record Piece(Path file, long position, long size) {

	static Piece all(Path file) throws IOException {
		return new Piece(file, 0, Files.size(file));
	}

	boolean isWhole() throws IOException {
		return this.size == Files.size(this.file);
	}

}
