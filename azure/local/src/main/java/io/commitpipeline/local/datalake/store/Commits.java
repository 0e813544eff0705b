package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes new versions of files visible, each at once. The time of the file's last change
 * is its version, and moves with it.
 */
final class Commits {

	private final Disk disk;

	private final Entries entries;

	private final Sidecars sidecars;

	private final Clock clock;

	private long last;

	Commits(Disk disk, Entries entries, Sidecars sidecars, Clock clock) {
		this.disk = disk;
		this.entries = entries;
		this.sidecars = sidecars;
		this.clock = clock;
	}

	/**
	 * Puts a complete file in the place of what is there.
	 */
	Entry replace(Location location, Path staged, Properties properties, Optional<Entry> current) throws IOException {
		long version = nextVersion(current);
		stamp(staged, version);
		this.sidecars.announce(location, version, properties, current);
		this.disk.move(staged, this.disk.tree(location));
		return this.entries.get(location);
	}

	/**
	 * Gives what is there other properties.
	 */
	Entry update(Location location, Properties properties, Entry current) throws IOException {
		long version = nextVersion(Optional.of(current));
		this.sidecars.announce(location, version, properties, Optional.of(current));
		stamp(this.disk.tree(location), version);
		return this.entries.get(location);
	}

	Entry createDirectory(Location location, Properties properties) throws IOException {
		long version = nextVersion(Optional.empty());
		this.sidecars.note(location, version, properties);
		this.disk.createDirectories(this.disk.tree(location));
		return new Entry(location.path(), true, 0, version, Instant.EPOCH.plus(version, ChronoUnit.MICROS), properties);
	}

	/** Every write has a moment of its own, whatever the clock does. */
	private long nextVersion(Optional<Entry> current) {
		long now = ChronoUnit.MICROS.between(Instant.EPOCH, this.clock.instant());
		long previous = Math.max(this.last, current.map(Entry::version).orElse(0L));
		this.last = Math.max(now, previous + 1);
		return this.last;
	}

	private void stamp(Path file, long version) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(version, TimeUnit.MICROSECONDS));
		this.disk.force(file);
	}

}
