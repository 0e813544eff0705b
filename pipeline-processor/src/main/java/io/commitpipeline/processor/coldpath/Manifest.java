package io.commitpipeline.processor.coldpath;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Incarnations;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.progress.SequenceGaps;

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

	private final Incarnations incarnations;

	private final SequenceGaps gaps;

	Manifest(JdbcClient jdbc, ProgressRows progress, Incarnations incarnations, SequenceGaps gaps) {
		this.jdbc = jdbc;
		this.progress = progress;
		this.incarnations = incarnations;
		this.gaps = gaps;
	}

	/**
	 * @return the last sequence number archived, -1 before the first
	 */
	@Transactional
	public long progress(ProgressKey key) {
		return this.progress.lock(key);
	}

	/**
	 * Enters an uploaded file that starts where the last one ended, and advances progress
	 * past it.
	 * @return false if another owner has archived these events meanwhile
	 */
	@Transactional
	public boolean enter(ArchiveFile file, LocalFile local, String sha256) {
		long last = this.progress.lock(file.key());
		if (knows(file)) {
			return true;
		}
		if (last + 1 != file.firstSequenceNumber()) {
			return false;
		}
		insert(file, FileFacts.of(local, sha256), "pending");
		this.progress.advance(file.key(), local.first(), local.last());
		return true;
	}

	private boolean knows(ArchiveFile file) {
		return this.jdbc.sql("select exists (select from archive_files where temporary_name = ?)")
			.param(file.temporaryName())
			.query(Boolean.class)
			.single();
	}

	private void insert(ArchiveFile file, FileFacts facts, String state) {
		this.jdbc.sql("""
				insert into archive_files (partition_id, incarnation, first_sequence_number, last_sequence_number,
					temporary_name, name, event_count, bytes, sha256, first_enqueued_at, state)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(file.key().partition(), file.key().incarnation(), file.firstSequenceNumber(),
					facts.last().sequenceNumber(), file.temporaryName(), file.name(), facts.events(), facts.bytes(),
					facts.sha256(), facts.first().enqueuedAt().atOffset(ZoneOffset.UTC), state)
			.update();
	}

	/**
	 * Enters a file that is in place already, and advances progress past it.
	 * @return false if other files hold its events
	 */
	@Transactional
	public boolean adopt(StrayFile stray, FileFacts facts) {
		this.incarnations.know(stray.key().incarnation(), facts.first().enqueuedAt());
		long last = this.progress.lock(stray.key());
		ArchiveFile file = new ArchiveFile(stray.key(), stray.firstSequenceNumber(), stray.name(), stray.name());
		if (knows(file)) {
			return true;
		}
		if (last >= stray.firstSequenceNumber()) {
			return false;
		}
		if (last >= 0 && last + 1 < stray.firstSequenceNumber()) {
			this.gaps.record(stray.key(), last + 1, stray.firstSequenceNumber() - 1,
					"neither the hub nor the archive has them");
		}
		insert(file, facts, "done");
		this.progress.advance(stray.key(), facts.first(), facts.last());
		this.gaps.noteArchived(stray.key());
		return true;
	}

	/**
	 * @return the folders of the newest hour that a partition was archived up to, empty
	 * if it was not
	 */
	String newestHour(int partition) {
		return this.jdbc.sql("select max(enqueued_at) from progress where path = 'cold' and partition_id = ?")
			.param(partition)
			.query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
			.single()
			.map((newest) -> ArchiveFile.hour(newest.toInstant()))
			.orElse("");
	}

	/**
	 * @return those of the names that it knows
	 */
	Set<String> names(List<StrayFile> files) {
		return known("name", files.stream().map(StrayFile::name).toList());
	}

	/**
	 * @return those of the names that it knows
	 */
	Set<String> temporaryNames(List<String> names) {
		return known("temporary_name", names);
	}

	private Set<String> known(String column, List<String> names) {
		return this.jdbc.sql("select %1$s from archive_files where %1$s = any (?)".formatted(column))
			.param(names.toArray(String[]::new))
			.query(String.class)
			.set();
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
