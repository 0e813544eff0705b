package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.commitpipeline.local.datalake.store.BlockChoice.Source;

/**
 * Blocks that a file can be made of.
 */
public final class Blocks {

	private final Disk disk;

	private final Entries entries;

	private final Paths paths;

	private final Parts parts;

	private final Leases leases;

	Blocks(Disk disk, Entries entries, Paths paths, Leases leases) {
		this.disk = disk;
		this.entries = entries;
		this.paths = paths;
		this.parts = new Parts(disk);
		this.leases = leases;
	}

	/**
	 * Keeps a block for a later list; the same id again replaces it.
	 * @param location the file that it is for, which need not be there
	 * @param id the block's id
	 * @param upload its bytes
	 * @param conditions of which the lease counts here, the others with the list
	 * @throws IOException if it cannot be kept
	 */
	public void put(Location location, String id, Upload upload, Conditions conditions) throws IOException {
		synchronized (this.disk) {
			this.entries.requireFileSystem(location);
			this.leases.checkWrite(location, conditions.lease());
			this.disk.move(upload.file(), file(location, id));
		}
	}

	/**
	 * Makes the file of blocks.
	 * @param location the file
	 * @param choices the blocks in their order
	 * @param properties the file's properties
	 * @param conditions what must hold of the file that is there
	 * @return the new version
	 * @throws IOException if it cannot be written
	 */
	public Entry commit(Location location, List<BlockChoice> choices, Properties properties, Conditions conditions)
			throws IOException {
		try (CommittedBlocks committed = committed(location)) {
			List<Block> blocks = new ArrayList<>();
			List<Piece> pieces = new ArrayList<>();
			for (BlockChoice choice : choices) {
				Piece piece = find(location, choice, committed);
				pieces.add(piece);
				blocks.add(new Block(choice.id(), piece.size()));
			}
			try (Upload joined = this.parts.join(pieces)) {
				return this.paths.put(location, joined, properties.withBlocks(blocks), conditions);
			}
		}
		catch (NoSuchFileException ex) {
			throw new StoreException(Failure.INVALID_BLOCK_LIST);
		}
	}

	private CommittedBlocks committed(Location location) throws IOException {
		synchronized (this.disk) {
			List<Block> blocks = this.entries.find(location)
				.map((file) -> file.properties().blocks())
				.orElse(List.of());
			Optional<Upload> kept = blocks.isEmpty() ? Optional.empty()
					: Optional.of(this.parts.join(List.of(Piece.all(this.disk.tree(location)))));
			return new CommittedBlocks(kept, blocks);
		}
	}

	private Piece find(Location location, BlockChoice choice, CommittedBlocks committed) throws IOException {
		Path waiting = file(location, choice.id());
		if (choice.source() != Source.COMMITTED && Files.exists(waiting)) {
			return Piece.all(waiting);
		}
		return committed.find(choice.id())
			.filter((piece) -> choice.source() != Source.UNCOMMITTED)
			.orElseThrow(() -> new StoreException(Failure.INVALID_BLOCK_LIST));
	}

	/**
	 * The blocks that wait for a list.
	 * @param location the file that they are for
	 * @return the blocks
	 * @throws IOException if they cannot be read
	 */
	public List<Block> uncommitted(Location location) throws IOException {
		List<Block> blocks = new ArrayList<>();
		for (Path part : Parts.list(this.disk.shadow(location, Shadow.BLOCKS))) {
			byte[] id = HexFormat.of().parseHex(part.getFileName().toString());
			blocks.add(new Block(new String(id, StandardCharsets.UTF_8), Files.size(part)));
		}
		return blocks;
	}

	private Path file(Location location, String id) {
		String name = HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
		return this.disk.shadow(location, Shadow.BLOCKS).resolve(name);
	}

}
