package io.commitpipeline.local.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that only their owner can read.
 */
public final class PrivateFiles {

	private static final Durability DURABILITY = new Durability(true);

	private PrivateFiles() {
	}

	/**
	 * Replaces a file as a whole: a reader sees the old content or the new one.
	 * @param file where to write
	 * @param content what it holds afterwards
	 * @throws IOException if it cannot be written; the old content stays
	 */
	public static void write(Path file, String content) throws IOException {
		Path unfinished = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(unfinished);
		Files.createFile(unfinished, ownerOnly());
		Files.writeString(unfinished, content);
		DURABILITY.force(unfinished);
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		DURABILITY.force(file.toAbsolutePath().getParent());
	}

	/**
	 * On Windows a file in a user's folder is private by the folder's own rules.
	 */
	private static FileAttribute<?>[] ownerOnly() {
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[] {
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
		}
		return new FileAttribute<?>[0];
	}

}
