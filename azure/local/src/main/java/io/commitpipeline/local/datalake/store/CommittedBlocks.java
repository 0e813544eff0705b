package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The blocks of the file that is there, kept while another version is made of them.
 */
final class CommittedBlocks implements AutoCloseable {

	private final Optional<Upload> kept;

	private final Map<String, Piece> pieces = new HashMap<>();

	CommittedBlocks(Optional<Upload> kept, List<Block> blocks) {
		this.kept = kept;
		long position = 0;
		for (Block block : blocks) {
			this.pieces.put(block.id(), new Piece(kept.orElseThrow().file(), position, block.size(), false));
			position += block.size();
		}
	}

	Optional<Piece> find(String id) {
		return Optional.ofNullable(this.pieces.get(id));
	}

	@Override
	public void close() throws IOException {
		if (this.kept.isPresent()) {
			this.kept.get().close();
		}
	}

}
