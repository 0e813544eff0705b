package io.commitpipeline.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second program out of a directory. The system frees it when the holder dies.
 */
public final class DirectoryLock implements AutoCloseable {

	private final FileChannel channel;

	private DirectoryLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the lock.
	 * @param file stands for the directory; created where missing
	 * @return empty if somebody else has it
	 * @throws IOException if the file cannot be opened
	 */
	public static Optional<DirectoryLock> take(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return Optional.of(new DirectoryLock(channel));
			}
		}
		catch (OverlappingFileLockException ex) {
			// Somebody else in this very process.
			channel.close();
			return Optional.empty();
		}
		channel.close();
		return Optional.empty();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
