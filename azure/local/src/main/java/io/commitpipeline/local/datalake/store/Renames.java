package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.util.Optional;

/**
 * Renames files and whole directories at once.
 */
public final class Renames {

	private final Disk disk;

	private final Entries entries;

	private final Sidecars sidecars;

	private final Shadow shadow;

	private final Leases leases;

	Renames(Disk disk, Entries entries, Sidecars sidecars, Leases leases) {
		this.disk = disk;
		this.entries = entries;
		this.sidecars = sidecars;
		this.shadow = new Shadow(disk);
		this.leases = leases;
	}

	/**
	 * Gives a file or directory another name, in the place of what has that name.
	 * @param source what to rename
	 * @param sourceConditions what must hold of it
	 * @param target its name to be
	 * @param targetConditions what must hold of what has that name
	 * @return what was renamed, under its new name
	 * @throws IOException if it cannot be renamed
	 */
	public Entry rename(Location source, Conditions sourceConditions, Location target, Conditions targetConditions)
			throws IOException {
		synchronized (this.disk) {
			Entry moved = this.entries.find(source).orElseThrow(() -> new StoreException(Failure.SOURCE_NOT_FOUND));
			sourceConditions.checkSource(moved);
			Optional<Entry> replaced = this.entries.find(target);
			targetConditions.checkCreate(replaced);
			this.leases.checkWrite(source, sourceConditions.lease());
			this.leases.checkWrite(target, targetConditions.lease());
			requireParent(target);
			requireOutside(source, target, moved);
			if (!source.equals(target)) {
				makeRoom(target, moved, replaced);
				move(source, target, moved, replaced);
			}
			return this.entries.get(target);
		}
	}

	private void requireParent(Location target) throws IOException {
		if (target.path().isRoot() || !this.entries.find(target.parent()).filter(Entry::directory).isPresent()) {
			throw new StoreException(Failure.TARGET_PARENT_NOT_FOUND);
		}
	}

	private static void requireOutside(Location source, Location target, Entry moved) {
		boolean within = source.fileSystem().equals(target.fileSystem()) && target.path().isWithin(source.path());
		if (moved.directory() && within) {
			throw new StoreException(Failure.RENAME_INTO_ITSELF);
		}
	}

	private void makeRoom(Location target, Entry moved, Optional<Entry> replaced) throws IOException {
		if (replaced.isEmpty()) {
			return;
		}
		if (replaced.get().directory() && !this.disk.isEmpty(target)) {
			throw new StoreException(Failure.EXISTS);
		}
		if (replaced.get().directory() != moved.directory()) {
			throw new StoreException(Failure.KINDS_DIFFER);
		}
		if (moved.directory()) {
			this.disk.remove(this.disk.tree(target));
		}
	}

	private void move(Location source, Location target, Entry moved, Optional<Entry> replaced) throws IOException {
		if (moved.directory()) {
			this.sidecars.note(target, moved.version(), moved.properties());
		}
		else {
			this.sidecars.announce(target, moved.version(), moved.properties(), replaced);
		}
		this.disk.move(this.disk.tree(source), this.disk.tree(target));
		this.disk.force(this.disk.tree(source).getParent());
		this.shadow.move(source, target);
		this.shadow.discard(source);
		this.leases.end(source);
	}

}
