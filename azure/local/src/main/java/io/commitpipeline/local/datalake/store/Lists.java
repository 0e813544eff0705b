package io.commitpipeline.local.datalake.store;

import java.io.IOException;

/**
 * Lists files and directories.
 */
public final class Lists {

	private final Disk disk;

	private final Entries entries;

	Lists(Disk disk, Entries entries) {
		this.disk = disk;
		this.entries = entries;
	}

	/**
	 * Lists what is in a directory.
	 * @param directory the directory, which must be there
	 * @param listing what to list of it; its prefix is not looked at, and its least name
	 * is within the directory
	 * @return a page
	 * @throws IOException if it cannot be read
	 */
	public Listing.Page directory(PathName directory, Listing listing) throws IOException {
		Location location = new Location(listing.fileSystem(), directory);
		if (!this.entries.get(location).directory()) {
			throw new StoreException(Failure.NOT_FOUND);
		}
		String prefix = directory.isRoot() ? "" : directory.value() + "/";
		String from = listing.from().isEmpty() ? "" : prefix + listing.from();
		return page(directory,
				new Listing(listing.fileSystem(), prefix, listing.recursive(), from, listing.after(), listing.limit()));
	}

	/**
	 * Lists what has names that start with the prefix.
	 * @param listing what to list
	 * @return a page
	 * @throws IOException if it cannot be read
	 */
	public Listing.Page prefix(Listing listing) throws IOException {
		this.entries.requireFileSystem(Location.root(listing.fileSystem()));
		int slash = listing.prefix().lastIndexOf('/');
		return page(PathName.of(listing.prefix().substring(0, Math.max(0, slash))), listing);
	}

	private Listing.Page page(PathName start, Listing listing) throws IOException {
		return new Walk(this.disk, this.entries, listing).from(start);
	}

}
