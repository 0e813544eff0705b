package io.commitpipeline.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets files and directories survive a power cut.
 *
 * @param wanted whether to wait for the disk; without, they survive the process only
 */
public record Durability(boolean wanted) {

	private static final boolean DIRECTORIES_CAN_BE_FORCED = !System.getProperty("os.name").startsWith("Windows");

	/**
	 * Creates a directory with all above it, where they are missing.
	 * @param directory the directory
	 * @throws IOException if it cannot be created
	 */
	public void createDirectories(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			Path parent = directory.toAbsolutePath().getParent();
			createDirectories(parent);
			Files.createDirectories(directory);
			force(parent);
		}
	}

	/**
	 * Waits until a file's content, or the names in a directory, are on the disk.
	 * @param path the file or directory
	 * @throws IOException if they cannot be written
	 */
	public void force(Path path) throws IOException {
		boolean directory = Files.isDirectory(path);
		if (!this.wanted || (directory && !DIRECTORIES_CAN_BE_FORCED)) {
			return;
		}
		StandardOpenOption option = directory ? StandardOpenOption.READ : StandardOpenOption.WRITE;
		try (FileChannel channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
	}

}
