package io.commitpipeline.producer.replays;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import io.commitpipeline.producer.ordering.RowOrder;
import io.commitpipeline.producer.sources.Sources;

import org.springframework.stereotype.Component;

/**
 * Keeps the source that was indexed last, so that a replay that was stopped goes on at
 * once. Used by one thread.
 */
@Component
class SourceShelf implements Closeable {

	private final SourceIndexer indexer;

	private final Sources sources;

	private Key key;

	private IndexedSource indexed;

	SourceShelf(SourceIndexer indexer, Sources sources) {
		this.indexer = indexer;
		this.sources = sources;
	}

	IndexedSource take(String source, RowOrder order, Runnable beforeEachRow) {
		try {
			Key wanted = new Key(source, order, this.sources.version(source));
			if (!wanted.equals(this.key)) {
				close();
				this.indexed = this.indexer.index(source, order, beforeEachRow);
				this.key = wanted;
			}
			return this.indexed;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Source " + source + " could not be read", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.key = null;
		if (this.indexed != null) {
			this.indexed.close();
			this.indexed = null;
		}
	}

	private record Key(String source, RowOrder order, String version) {

	}

}
