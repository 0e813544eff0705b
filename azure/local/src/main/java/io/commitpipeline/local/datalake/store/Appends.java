package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Appends bytes that stay invisible until they are flushed.
 */
public final class Appends {

	private final Disk disk;

	private final Entries entries;

	private final Commits commits;

	private final Parts parts;

	private final Leases leases;

	Appends(Disk disk, Entries entries, Commits commits, Leases leases) {
		this.disk = disk;
		this.entries = entries;
		this.commits = commits;
		this.parts = new Parts(disk);
		this.leases = leases;
	}

	/**
	 * Keeps bytes for a later flush; the same position again replaces them.
	 * @param location the file, which must be there
	 * @param position where in the file they go
	 * @param upload the bytes
	 * @param conditions of which the lease counts here, the others with the flush
	 * @return the file, unchanged
	 * @throws IOException if they cannot be kept
	 */
	public Entry append(Location location, long position, Upload upload, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry file = file(location);
			this.leases.checkWrite(location, conditions.lease());
			Path directory = this.disk.shadow(location, Shadow.APPENDS);
			this.disk.move(upload.file(), directory.resolve("%020d".formatted(position)));
			return file;
		}
	}

	/**
	 * Makes what was appended part of the file.
	 * @param location the file
	 * @param length how long the file is to be
	 * @param retain whether to keep what was appended beyond that
	 * @param content properties of the content to change
	 * @param conditions what must hold of the file
	 * @return the new version
	 * @throws IOException if it cannot be written
	 */
	public Entry flush(Location location, long length, boolean retain, Map<ContentProperty, String> content,
			Conditions conditions) throws IOException {
		while (true) {
			Flush flush = plan(location, length, conditions);
			try (Upload joined = this.parts.join(flush.pieces())) {
				Optional<Entry> flushed = commit(location, flush, joined, retain, content, conditions);
				if (flushed.isPresent()) {
					return flushed.get();
				}
			}
			catch (NoSuchFileException ex) {
				if (flush.holds(file(location))) {
					throw ex;
				}
			}
		}
	}

	private Flush plan(Location location, long length, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry file = file(location);
			conditions.check(file);
			List<Path> appended = contiguous(location, file.length(), length);
			List<Piece> pieces = new ArrayList<>();
			if (file.length() > 0 && !appended.isEmpty()) {
				pieces.add(Piece.all(this.disk.tree(location)));
			}
			for (Path part : appended) {
				pieces.add(Piece.all(part));
			}
			return new Flush(file, appended, pieces);
		}
	}

	/**
	 * Joining takes long and is done meanwhile; a file that has changed since needs
	 * another plan.
	 */
	private Optional<Entry> commit(Location location, Flush flush, Upload joined, boolean retain,
			Map<ContentProperty, String> content, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			Entry file = file(location);
			conditions.check(file);
			this.leases.checkWrite(location, conditions.lease());
			if (!flush.holds(file)) {
				return Optional.empty();
			}
			Properties properties = file.properties().mergeContent(content);
			Entry entry = flush.appended().isEmpty() ? this.commits.update(location, properties, file) : this.commits
				.replace(location, joined.file(), properties.withBlocks(List.of()), Optional.of(file));
			discard(location, flush.appended(), retain);
			return Optional.of(entry);
		}
	}

	private List<Path> contiguous(Location location, long from, long to) throws IOException {
		List<Path> flushed = new ArrayList<>();
		long end = from;
		for (Path part : Parts.list(this.disk.shadow(location, Shadow.APPENDS))) {
			long position = Long.parseLong(part.getFileName().toString());
			if (position == end && end < to) {
				flushed.add(part);
				end += Files.size(part);
			}
		}
		if (end != to) {
			throw new StoreException(Failure.INVALID_FLUSH_POSITION);
		}
		return flushed;
	}

	private void discard(Location location, List<Path> flushed, boolean retain) throws IOException {
		if (!retain) {
			this.disk.remove(this.disk.shadow(location, Shadow.APPENDS));
			return;
		}
		for (Path part : flushed) {
			Files.deleteIfExists(part);
		}
	}

	private Entry file(Location location) throws IOException {
		Entry entry = this.entries.get(location);
		if (entry.directory()) {
			throw new StoreException(Failure.WRONG_KIND);
		}
		return entry;
	}

	/**
	 * What a flush is going to do.
	 *
	 * @param file the file as it is
	 * @param appended the parts to add to it
	 * @param pieces what the new version is made of
	 */
	private record Flush(Entry file, List<Path> appended, List<Piece> pieces) {

		boolean holds(Entry current) {
			return current.version() == this.file.version() && this.pieces.stream().allMatch(Piece::unchanged);
		}

	}

}
