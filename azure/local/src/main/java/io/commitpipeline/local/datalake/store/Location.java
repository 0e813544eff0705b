package io.commitpipeline.local.datalake.store;

import java.util.regex.Pattern;

/**
 * Where a file or directory is: its file system and its path therein.
 *
 * @param fileSystem the file system's name
 * @param path the path within it
 */
public record Location(String fileSystem, PathName path) {

	private static final Pattern FILE_SYSTEM = Pattern
		.compile("[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}|\\$root|\\$logs|\\$web");

	public Location {
		if (!isFileSystem(fileSystem)) {
			throw new StoreException(Failure.INVALID_NAME);
		}
	}

	static boolean isFileSystem(String name) {
		return FILE_SYSTEM.matcher(name).matches();
	}

	/**
	 * The root directory of a file system.
	 * @param fileSystem the file system's name
	 * @return where its root is
	 */
	public static Location root(String fileSystem) {
		return new Location(fileSystem, PathName.ROOT);
	}

	Location parent() {
		return new Location(this.fileSystem, this.path.parent());
	}

}
