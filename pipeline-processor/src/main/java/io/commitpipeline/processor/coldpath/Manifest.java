package io.commitpipeline.processor.coldpath;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows every file of the archive before it is renamed into place, so that a late owner
 * cannot overwrite anything.
 */
@Repository
class Manifest {

	private final JdbcClient jdbc;

	private final ProgressRows progress;

	Manifest(JdbcClient jdbc, ProgressRows progress) {
		this.jdbc = jdbc;
		this.progress = progress;
	}

	@Transactional
	public OptionalLong progress(ProgressKey key) {
		return this.progress.lock(key);
	}

	/**
	 * Enters an uploaded file that starts where the last one ended, and advances progress
	 * past it.
	 * @return false if another owner has archived these events meanwhile
	 */
	@Transactional
	public boolean enter(ArchiveFile file, LocalFile local, String sha256) {
		OptionalLong last = this.progress.lock(file.key());
		if (knows(file)) {
			return true;
		}
		if (last.isPresent() && last.getAsLong() + 1 != file.firstSequenceNumber()) {
			return false;
		}
		insert(file, local, sha256);
		this.progress.advance(file.key(), local.first(), local.last());
		return true;
	}

	private boolean knows(ArchiveFile file) {
		return this.jdbc.sql("select exists (select from archive_files where temporary_name = ?)")
			.param(file.temporaryName())
			.query(Boolean.class)
			.single();
	}

	private void insert(ArchiveFile file, LocalFile local, String sha256) {
		this.jdbc.sql("""
				insert into archive_files (partition_id, incarnation, first_sequence_number, last_sequence_number,
					temporary_name, name, event_count, bytes, sha256, first_enqueued_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(file.key().partition(), file.key().incarnation(), file.firstSequenceNumber(),
					local.last().sequenceNumber(), file.temporaryName(), file.name(), local.events(), local.bytes(),
					sha256, local.first().enqueuedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Files that are in the manifest but perhaps not in place.
	 */
	List<ArchiveFile> pending(int partition) {
		return this.jdbc.sql("""
				select incarnation, first_sequence_number, temporary_name, name from archive_files
				where partition_id = ? and state = 'pending' order by incarnation, first_sequence_number""")
			.param(partition)
			.query((row, number) -> new ArchiveFile(new ProgressKey(ConsumerGroup.COLD, partition, row.getInt(1)),
					row.getLong(2), row.getString(3), row.getString(4)))
			.list();
	}

	void done(ArchiveFile file) {
		this.jdbc.sql("""
				update archive_files set state = 'done', done_at = now()
				where temporary_name = ? and state = 'pending'""").param(file.temporaryName()).update();
	}

}
