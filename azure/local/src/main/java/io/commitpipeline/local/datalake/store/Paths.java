package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Creates, reads, changes and deletes files and directories.
 */
public final class Paths {

	private final Disk disk;

	private final Entries entries;

	private final Commits commits;

	private final Shadow shadow;

	private final Uploads uploads;

	private final Leases leases;

	Paths(Disk disk, Entries entries, Commits commits, Uploads uploads, Leases leases) {
		this.disk = disk;
		this.entries = entries;
		this.commits = commits;
		this.shadow = new Shadow(disk);
		this.uploads = uploads;
		this.leases = leases;
	}

	/**
	 * What is there, if the conditions hold.
	 * @param location where
	 * @param conditions what must hold of it
	 * @return the file or directory
	 * @throws IOException if it cannot be read
	 */
	public Entry get(Location location, Conditions conditions) throws IOException {
		return find(location, conditions).orElseThrow(() -> new StoreException(Failure.NOT_FOUND));
	}

	/**
	 * What is there, if anything is, and if the conditions hold.
	 * @param location where
	 * @param conditions what must hold of it
	 * @return the file or directory
	 * @throws IOException if it cannot be read
	 */
	public Optional<Entry> find(Location location, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Optional<Entry> entry = this.entries.find(location);
			if (entry.isPresent()) {
				conditions.check(entry.get());
				this.leases.checkRead(location, conditions.lease());
			}
			return entry;
		}
	}

	/**
	 * Opens a file; what is written later does not show in what is read.
	 * @param location the file
	 * @param conditions what must hold of it
	 * @return its version and its bytes, to be closed
	 * @throws IOException if it cannot be read
	 */
	public Content open(Location location, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry entry = get(location, conditions);
			return new Content(entry, entry.directory() ? null : FileChannel.open(this.disk.tree(location)));
		}
	}

	public Entry createFile(Location location, Properties properties, Conditions conditions) throws IOException {
		try (Upload empty = this.uploads.receive(InputStream.nullInputStream())) {
			return put(location, empty, properties, conditions);
		}
	}

	/**
	 * Makes a directory, or leaves the one that is there.
	 * @param location where
	 * @param properties its properties
	 * @param conditions what must hold of what is there
	 * @return the directory
	 * @throws IOException if it cannot be made
	 */
	public Entry createDirectory(Location location, Properties properties, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Optional<Entry> current = this.entries.find(location);
			conditions.checkCreate(current);
			this.leases.checkWrite(location, conditions.lease());
			requireKind(current, true);
			requireRoom(location);
			return this.commits.createDirectory(location, properties);
		}
	}

	/**
	 * Makes a file of a body, in the place of what is there; the directories above come
	 * by themselves.
	 * @param location where
	 * @param upload the body
	 * @param properties the file's properties
	 * @param conditions what must hold of the file that is there
	 * @return the new version
	 * @throws IOException if it cannot be written
	 */
	public Entry put(Location location, Upload upload, Properties properties, Conditions conditions)
			throws IOException {
		synchronized (this.disk) {
			Optional<Entry> current = this.entries.find(location);
			conditions.checkCreate(current);
			this.leases.checkWrite(location, conditions.lease());
			requireKind(current, false);
			requireRoom(location);
			Entry entry = this.commits.replace(location, upload.file(), properties, current);
			this.shadow.discardUncommitted(location);
			return entry;
		}
	}

	/**
	 * Changes properties, which makes a new version.
	 * @param location the file or directory
	 * @param change what changes
	 * @param conditions what must hold of it
	 * @return the new version
	 * @throws IOException if it cannot be written
	 */
	public Entry update(Location location, UnaryOperator<Properties> change, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry current = get(location, conditions);
			this.leases.checkWrite(location, conditions.lease());
			return this.commits.update(location, change.apply(current.properties()), current);
		}
	}

	/**
	 * Deletes at once what is there.
	 * @param location the file or directory
	 * @param recursive whether to delete what is in the directory too
	 * @param conditions what must hold of it
	 * @throws IOException if it cannot be deleted
	 */
	public void delete(Location location, boolean recursive, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry entry = get(location, conditions);
			this.leases.checkWrite(location, conditions.lease());
			if (location.path().isRoot() || (entry.directory() && !recursive && !this.disk.isEmpty(location))) {
				throw new StoreException(Failure.NOT_EMPTY);
			}
			this.disk.remove(this.disk.tree(location));
			this.shadow.discard(location);
			this.leases.end(location);
		}
	}

	private static void requireKind(Optional<Entry> current, boolean directory) {
		if (current.isPresent() && current.get().directory() != directory) {
			throw new StoreException(Failure.WRONG_KIND);
		}
	}

	private void requireRoom(Location location) throws IOException {
		for (Location each = location; !each.path().isRoot();) {
			each = each.parent();
			requireKind(this.entries.find(each), true);
		}
	}

}
