package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file systems of the account.
 */
public final class FileSystems {

	private final Disk disk;

	private final Commits commits;

	private final Shadow shadow;

	private final Entries entries;

	FileSystems(Disk disk, Entries entries, Commits commits) {
		this.disk = disk;
		this.entries = entries;
		this.commits = commits;
		this.shadow = new Shadow(disk);
	}

	public List<String> names() throws IOException {
		try (Stream<Path> children = Files.list(this.disk.root())) {
			return children.filter(Files::isDirectory)
				.map((each) -> each.getFileName().toString())
				.filter((each) -> !each.startsWith("."))
				.sorted()
				.toList();
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
		}
	}

	public boolean exists(String name) {
		return Files.isDirectory(this.disk.tree(Location.root(name)));
	}

}
