package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * An account's files.
 *
 * @param fileSystems its file systems
 * @param paths files and directories
 * @param renames their renaming
 * @param appends bytes on their way into files
 * @param blocks blocks on their way into files
 * @param uploads bodies on their way into any of these
 * @param lists what there is
 * @param leases who alone may write to a file
 */
public record Store(FileSystems fileSystems, Paths paths, Renames renames, Appends appends, Blocks blocks,
		Uploads uploads, Lists lists, Leases leases) {

	/**
	 * Opens the store in a directory.
	 * @param directory the directory, made where there is none
	 * @param fsync whether what is acknowledged survives a power cut too
	 * @param clock the time of writes
	 * @return the store
	 * @throws IOException if the directory cannot be used
	 */
	public static Store open(Path directory, boolean fsync, Clock clock) throws IOException {
		Disk disk = new Disk(directory, fsync);
		Sidecars sidecars = new Sidecars(disk);
		Entries entries = new Entries(disk, sidecars);
		Commits commits = new Commits(disk, entries, sidecars, clock);
		Uploads uploads = new Uploads(disk);
		Leases leases = new Leases(disk, entries, clock);
		Paths paths = new Paths(disk, entries, commits, uploads, leases);
		return new Store(new FileSystems(disk, entries, commits, leases), paths,
				new Renames(disk, entries, sidecars, leases), new Appends(disk, entries, commits, leases),
				new Blocks(disk, entries, paths, leases), uploads, new Lists(disk, entries), leases);
	}

}
