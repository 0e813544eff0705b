package io.commitpipeline.local.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Whole directories.
 */
public final class Directories {

	private Directories() {
	}

	/**
	 * Deletes a directory with all that is in it; one that is not there is fine.
	 * @param directory what to delete
	 * @throws IOException if anything of it stays
	 */
	public static void delete(Path directory) throws IOException {
		if (Files.notExists(directory)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(directory)) {
			paths.sorted(Comparator.reverseOrder()).forEach(Directories::deleteOne);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static void deleteOne(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
