package io.commitpipeline.producer.ordering;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is gone with its process, however that ends.
 */
final class ScratchFile {

	private ScratchFile() {
	}

	static FileChannel create(Path directory) throws IOException {
		Files.createDirectories(directory);
		return FileChannel.open(directory.resolve("rows-" + UUID.randomUUID()), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
	}

}
