package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uncommitted parts of a file, each a file of its own in the shadow tree, and how they
 * become one.
 */
final class Parts {

	private final Disk disk;

	Parts(Disk disk) {
		this.disk = disk;
	}

	static List<Path> list(Path directory) throws IOException {
		try (Stream<Path> parts = Files.list(directory)) {
			return parts.sorted().toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
	}

	/**
	 * Joins files to one that nobody sees yet. A single part that may go is taken as it
	 * is, without a copy.
	 */
	Path join(List<Path> parts, boolean consume) throws IOException {
		Path joined = this.disk.temporary();
		if (consume && parts.size() == 1) {
			this.disk.move(parts.get(0), joined);
			return joined;
		}
		try (FileChannel out = FileChannel.open(joined, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			for (Path part : parts) {
				copy(part, out);
			}
		}
		this.disk.force(joined);
		return joined;
	}

	private static void copy(Path part, FileChannel out) throws IOException {
		try (FileChannel in = FileChannel.open(part)) {
			long size = in.size();
			for (long position = 0; position < size;) {
				position += in.transferTo(position, size - position, out);
			}
		}
	}

}
