package io.commitpipeline.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.files.DirectoryLock;
import io.commitpipeline.local.replays.SourceShelf;
import io.commitpipeline.local.verify.ArchiveFolder;

/**
 * What lies where below the data directory.
 *
 * @param root the data directory
 */
public record DataDirectory(Path root) {

	private static final long SMALLEST_ROOM = 256L << 20;

	private static final long MEGABYTE = 1L << 20;

	public DataDirectory(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	/**
	 * Makes the directory this program's own until the lock is closed.
	 * @return the lock
	 * @throws RefusedException if another program has it, or it cannot hold anything
	 */
	public DirectoryLock take() {
		try {
			Files.createDirectories(this.root);
			requireRoom(SMALLEST_ROOM);
			return tryTake().orElseThrow(() -> new RefusedException("The data directory " + this.root + " is in use"));
		}
		catch (IOException ex) {
			throw new RefusedException("The data directory " + this.root + " cannot be used: " + ex, ex);
		}
	}

	/**
	 * Makes the directory this program's own unless another one has it.
	 * @return the lock, or empty
	 * @throws IOException if the directory cannot be written
	 */
	Optional<DirectoryLock> tryTake() throws IOException {
		return DirectoryLock.take(this.root.resolve("lock"));
	}

	/**
	 * Whether there is still room to work in.
	 * @param bytes that must be free
	 * @throws RefusedException if there is less
	 * @throws IOException if the system does not say
	 */
	void requireRoom(long bytes) throws IOException {
		long free = Files.getFileStore(this.root).getUsableSpace();
		if (free < bytes) {
			throw new RefusedException("The disk of " + this.root + " is full: " + free / MEGABYTE + " MB are left, "
					+ bytes / MEGABYTE + " MB are needed");
		}
	}

	public Path postgres() {
		return this.root.resolve("postgres");
	}

	public Path settings() {
		return this.root.resolve("azure.env");
	}

	/**
	 * The settings of what runs here now.
	 * @return by name
	 * @throws RefusedException if something is just starting or stopping
	 * @throws IOException if the disk fails
	 */
	Map<String, String> settingsInUse() throws IOException {
		if (Files.notExists(settings())) {
			throw new RefusedException("Something is just starting or stopping in " + this.root);
		}
		return SettingsFile.read(settings());
	}

	/**
	 * Refuses a directory that no pipeline ever used.
	 */
	void requireUsed() {
		if (Files.notExists(postgres())) {
			throw new RefusedException("No pipeline has run in " + this.root);
		}
	}

	Path processes() {
		return this.root.resolve("processes");
	}

	Path rebuildProcess() {
		return this.root.resolve("rebuild.process");
	}

	Path consolePassword() {
		return this.root.resolve("console.password");
	}

	/**
	 * The lake's file system of commit logs.
	 * @return as a folder
	 */
	SourceShelf sources() {
		return new SourceShelf(this.root.resolve("datalake").resolve("sources"), this.root.resolve("incoming"));
	}

	public ArchiveFolder archive() {
		return new ArchiveFolder(this.root.resolve("datalake").resolve("archive"));
	}

}
