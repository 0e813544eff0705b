package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Looks up what is there.
 */
final class Entries {

	private final Disk disk;

	private final Sidecars sidecars;

	Entries(Disk disk, Sidecars sidecars) {
		this.disk = disk;
		this.sidecars = sidecars;
	}

	Optional<Entry> find(Location location) throws IOException {
		requireFileSystem(location);
		Optional<BasicFileAttributes> attributes = attributes(this.disk.tree(location));
		return attributes.isPresent() ? Optional.of(entry(location, attributes.get())) : Optional.empty();
	}

	Entry get(Location location) throws IOException {
		return find(location).orElseThrow(() -> new StoreException(Failure.NOT_FOUND));
	}

	Entry entry(Location location, BasicFileAttributes attributes) throws IOException {
		boolean directory = attributes.isDirectory();
		long changed = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
		Sidecars.Versioned noted = this.sidecars.find(location, directory, changed);
		return new Entry(location.path(), directory, directory ? 0 : attributes.size(), noted.version(),
				attributes.creationTime().toInstant(), noted.properties());
	}

	void requireFileSystem(Location location) {
		if (!Files.isDirectory(this.disk.tree(Location.root(location.fileSystem())))) {
			throw new StoreException(Failure.FILE_SYSTEM_NOT_FOUND);
		}
	}

	static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
		try {
			return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
				.filter((each) -> each.isDirectory() || each.isRegularFile());
		}
		catch (NotDirectoryException ex) {
			return Optional.empty();
		}
		catch (FileSystemException ex) {
			if (Files.notExists(path) || !Files.isDirectory(path.getParent())) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
