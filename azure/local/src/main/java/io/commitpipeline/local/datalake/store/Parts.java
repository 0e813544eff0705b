package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uncommitted parts of a file, each a file of its own in the shadow tree, and how they
 * become one.
 */
final class Parts {

	private final Disk disk;

	Parts(Disk disk) {
		this.disk = disk;
	}

	static List<Path> list(Path directory) throws IOException {
		try (Stream<Path> parts = Files.list(directory)) {
			return parts.sorted().toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
	}

	/**
	 * Joins files to one that nobody sees yet. A file of one piece shares its bytes where
	 * the disk can do that.
	 * @throws NoSuchFileException if one of them is not there any more, or another file
	 */
	Upload join(List<Piece> pieces) throws IOException {
		Path joined = this.disk.temporary();
		try {
			if (pieces.size() != 1 || !pieces.get(0).whole() || !link(pieces.get(0).file(), joined)) {
				copy(pieces, joined);
			}
			return new Upload(joined, Files.size(joined));
		}
		catch (IOException ex) {
			Files.deleteIfExists(joined);
			throw ex;
		}
	}

	private static boolean link(Path piece, Path joined) throws IOException {
		try {
			Files.createLink(joined, piece);
			return true;
		}
		catch (NoSuchFileException ex) {
			throw ex;
		}
		catch (FileSystemException | UnsupportedOperationException ex) {
			return false;
		}
	}

	private void copy(List<Piece> pieces, Path joined) throws IOException {
		try (FileChannel out = FileChannel.open(joined, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			for (Piece piece : pieces) {
				copy(piece, out);
			}
		}
		this.disk.force(joined);
	}

	private static void copy(Piece piece, FileChannel out) throws IOException {
		try (FileChannel in = FileChannel.open(piece.file())) {
			long end = piece.position() + piece.size();
			long position = piece.position();
			for (long count = 1; count > 0 && position < end; position += count) {
				count = in.transferTo(position, end - position, out);
			}
			if (position < end || (piece.whole() && in.size() > end)) {
				throw new NoSuchFileException(piece.file().toString(), null, "it had " + end + " bytes before");
			}
		}
	}

}
