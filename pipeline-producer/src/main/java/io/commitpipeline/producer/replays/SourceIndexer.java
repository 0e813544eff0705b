package io.commitpipeline.producer.replays;

import java.io.IOException;

import io.commitpipeline.producer.commits.CommitLog;
import io.commitpipeline.producer.ordering.OrderedRowsBuilder;
import io.commitpipeline.producer.ordering.RowOrder;
import io.commitpipeline.producer.sources.OpenSource;
import io.commitpipeline.producer.sources.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads a source once from end to end: checks every row and puts the valid ones in order.
 */
@Component
class SourceIndexer {

	private static final Logger logger = LoggerFactory.getLogger(SourceIndexer.class);

	private final Sources sources;

	private final ReplayProperties properties;

	SourceIndexer(Sources sources, ReplayProperties properties) {
		this.sources = sources;
		this.properties = properties;
	}

	/**
	 * Indexes a source.
	 * @param source its path
	 * @param order the order of the run
	 * @param beforeEachRow may throw to give up
	 * @throws IOException if the lake or the disk fails
	 */
	IndexedSource index(String source, RowOrder order, Runnable beforeEachRow) throws IOException {
		try (OpenSource open = this.sources.open(source);
				OrderedRowsBuilder rows = new OrderedRowsBuilder(order, this.properties.scratchDirectory())) {
			RowCollector collector = new RowCollector(rows, beforeEachRow);
			CommitLog.read(open.content(), collector);
			String fingerprint = open.fingerprint();
			IndexedSource indexed = collector.indexed(fingerprint);
			logger.info("Source {} has {} commits and {} rejected rows, SHA-256 {}", source, indexed.rows().size(),
					indexed.rejectedRows(), fingerprint);
			return indexed;
		}
	}

}
