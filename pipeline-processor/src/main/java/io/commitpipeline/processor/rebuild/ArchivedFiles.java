package io.commitpipeline.processor.rebuild;

import java.util.List;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files that the archive holds, from the manifest.
 */
class ArchivedFiles {

	private final JdbcClient jdbc;

	ArchivedFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return the oldest events of each partition first: of a row that was archived twice
	 * the first one counts
	 */
	List<ManifestFile> all() {
		return this.jdbc.sql("""
				select partition_id, incarnation, name, sha256 from archive_files where state = 'done'
				order by partition_id, incarnation, first_sequence_number""")
			.query((row, number) -> new ManifestFile(new ProgressKey(ConsumerGroup.HOT, row.getInt(1), row.getInt(2)),
					row.getString(3), row.getString(4)))
			.list();
	}

}
