package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file systems of the account.
 */
public final class FileSystems {

	private final Disk disk;

	private final Commits commits;

	private final Shadow shadow;

	private final Entries entries;

	private final Leases leases;

	FileSystems(Disk disk, Entries entries, Commits commits, Leases leases) {
		this.disk = disk;
		this.entries = entries;
		this.commits = commits;
		this.shadow = new Shadow(disk);
		this.leases = leases;
	}

	/**
	 * Their names; other directories are none of them.
	 * @param prefix what the names start with
	 * @return the names in order
	 * @throws IOException if they cannot be read
	 */
	public List<String> names(String prefix) throws IOException {
		try (Stream<Path> children = Files.list(this.disk.root())) {
			return children.filter((each) -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
				.map((each) -> each.getFileName().toString())
				.filter((each) -> Location.isFileSystem(each) && each.startsWith(prefix))
				.sorted()
				.toList();
		}
	}

	/**
	 * Its root directory, unless somebody has deleted it.
	 * @param name the file system's name
	 * @return its root
	 * @throws IOException if it cannot be read
	 */
	public Optional<Entry> find(String name) throws IOException {
		synchronized (this.disk) {
			return exists(name) ? this.entries.find(Location.root(name)) : Optional.empty();
		}
	}

	public Entry create(String name, Properties properties) throws IOException {
		synchronized (this.disk) {
			if (exists(name)) {
				throw new StoreException(Failure.FILE_SYSTEM_EXISTS);
			}
			this.disk.createDirectories(this.disk.tree(Location.root(name)));
			return this.commits.createDirectory(Location.root(name), properties);
		}
	}

	public void delete(String name, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			conditions.check(this.entries.get(Location.root(name)));
			this.disk.remove(this.disk.tree(Location.root(name)));
			this.shadow.discard(Location.root(name));
			this.leases.end(Location.root(name));
		}
	}

	public boolean exists(String name) {
		return Files.isDirectory(this.disk.tree(Location.root(name)));
	}

}
