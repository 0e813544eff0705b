package io.commitpipeline.local.replays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The lake's file system {@code sources}, reached as the folder that it is.
 *
 * @param folder of the file system
 * @param workshop a folder on the same disk where files may be incomplete
 */
public record SourceShelf(Path folder, Path workshop) {

	/**
	 * Where a source lies.
	 * @param name of the source
	 * @return a path; there may be nothing yet
	 */
	public CommitLogFile get(String name) {
		return new CommitLogFile(this.folder.resolve(name));
	}

	boolean has(String name) {
		return Files.exists(get(name).path());
	}

	/**
	 * Puts a source on the shelf, whole or not at all.
	 * @param name under which it is found
	 * @param content writes it to the path it is given
	 * @throws IOException if it cannot be written
	 */
	public void put(String name, Content content) throws IOException {
		Files.createDirectories(this.folder);
		Files.createDirectories(this.workshop);
		Path unfinished = this.workshop.resolve(name);
		try {
			content.writeTo(unfinished);
			Files.move(unfinished, get(name).path(), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/**
	 * What a source holds.
	 */
	@FunctionalInterface
	public interface Content {

		void writeTo(Path file) throws IOException;

	}

}
