package io.commitpipeline.processor.rebuild;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.commitpipeline.processor.hub.Hub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the whole archive again and swaps the result in. The paths may be at work
 * meanwhile: the hot path goes on from where the archive ends.
 */
class Rebuild {

	private static final Logger logger = LoggerFactory.getLogger(Rebuild.class);

	private final DataSource database;

	private final Staging staging;

	private final ArchivedFiles files;

	private final Recount recount;

	private final Swap swap;

	private final Hub hub;

	Rebuild(DataSource database, Staging staging, ArchivedFiles files, Recount recount, Swap swap, Hub hub) {
		this.database = database;
		this.staging = staging;
		this.files = files;
		this.recount = recount;
		this.swap = swap;
		this.hub = hub;
	}

	/**
	 * Runs once.
	 * @throws RebuildRefusedException if it cannot be done without a loss; nothing has
	 * changed
	 * @throws SQLException if the database does not answer
	 * @throws IOException if a file cannot be read
	 */
	void run() throws SQLException, IOException {
		try (OnlyOne one = new OnlyOne(this.database)) {
			one.take();
			countAndSwap();
		}
	}

	private void countAndSwap() throws IOException {
		try (Staging tables = this.staging) {
			tables.create();
			long events = countAll();
			this.swap.run(this.hub.state());
			logger.info("The metrics are those of the archive's {} events", events);
		}
	}

	private long countAll() throws IOException {
		List<ManifestFile> all = this.files.all();
		long events = 0;
		for (int i = 0; i < all.size(); i++) {
			events += this.recount.add(all.get(i));
			logger.info("Counted file {} of {}, {} events so far", i + 1, all.size(), events);
		}
		return events;
	}

}
