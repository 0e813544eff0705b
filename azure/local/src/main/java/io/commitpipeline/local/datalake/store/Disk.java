package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;

import io.commitpipeline.local.files.Directories;
import io.commitpipeline.local.files.Durability;

/**
 * The data directory: a tree of plain files per file system, a shadow tree for what they
 * cannot hold, and a place for files that nobody is to see yet. Whoever changes a tree
 * holds its monitor.
 */
final class Disk {

	private static final String SHADOWS = ".meta";

	private static final String TEMPORARY = ".staging";

	private final Path root;

	private final Durability durability;

	Disk(Path root, boolean fsync) throws IOException {
		this.root = root.toAbsolutePath().normalize();
		this.durability = new Durability(fsync);
		Directories.delete(this.root.resolve(TEMPORARY));
		Files.createDirectories(this.root.resolve(TEMPORARY));
	}

	Path root() {
		return this.root;
	}

	Path tree(Location location) {
		Path path = own(this.root.resolve(location.fileSystem()));
		for (String segment : location.path().segments()) {
			path = own(path.resolve(DiskName.encode(segment)));
		}
		return path;
	}

	/** A link could lead out of the data directory. */
	private static Path own(Path path) {
		if (Files.isSymbolicLink(path)) {
			throw new StoreException(Failure.NOT_FOUND);
		}
		return path;
	}

	boolean isEmpty(Location directory) throws IOException {
		try (Stream<Path> children = Files.list(tree(directory))) {
			return children.findAny().isEmpty();
		}
	}

	/**
	 * A file or directory that belongs to a path but is no part of the tree.
	 * @param location whose it is
	 * @param suffix what it is
	 * @return where it is
	 */
	Path shadow(Location location, String suffix) {
		Path path = this.root.resolve(SHADOWS);
		String name = location.fileSystem();
		for (String segment : location.path().segments()) {
			path = path.resolve(name + Shadow.CHILDREN);
			name = DiskName.encode(segment);
		}
		return path.resolve(name + suffix);
	}

	Path temporary() {
		return this.root.resolve(TEMPORARY).resolve(UUID.randomUUID().toString());
	}

	void createDirectories(Path directory) throws IOException {
		this.durability.createDirectories(directory);
	}

	/**
	 * Puts a file where all can see it, at once and for good.
	 * @param source the complete file
	 * @param target where it goes; what is there is replaced
	 * @throws IOException if it cannot be moved
	 */
	void move(Path source, Path target) throws IOException {
		createDirectories(target.getParent());
		try {
			Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			throw new IOException("The data directory must be on one volume: " + this.root, ex);
		}
		force(target.getParent());
	}

	/**
	 * Removes a file or a whole tree at once; does nothing where there is none.
	 * @param path what to remove
	 * @throws IOException if it cannot be removed
	 */
	void remove(Path path) throws IOException {
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			Path doomed = temporary();
			move(path, doomed);
			force(path.getParent());
			Directories.delete(doomed);
		}
	}

	void force(Path path) throws IOException {
		this.durability.force(path);
	}

}
