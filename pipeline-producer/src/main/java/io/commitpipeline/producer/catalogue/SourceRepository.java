package io.commitpipeline.producer.catalogue;

import java.time.ZoneOffset;
import java.util.List;

import io.commitpipeline.producer.commits.RejectedRow;
import io.commitpipeline.producer.sources.SourceFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of sources in the database.
 */
@Repository
class SourceRepository {

	private final JdbcClient jdbc;

	SourceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Takes the list for the truth: what is not in it is gone. */
	@Transactional
	public void list(List<SourceFile> files) {
		this.jdbc.sql("delete from sources where path <> all (:paths)")
			.param("paths", files.stream().map(SourceFile::path).toArray(String[]::new))
			.update();
		files.forEach(this::put);
	}

	private void put(SourceFile file) {
		this.jdbc.sql("""
				insert into sources (path, version, bytes, modified_at) values (:path, :version, :bytes, :modified)
				on conflict (path) do update set version = excluded.version, bytes = excluded.bytes,
					modified_at = excluded.modified_at
				where sources.version <> excluded.version""")
			.param("path", file.path())
			.param("version", file.version())
			.param("bytes", file.bytes())
			.param("modified", file.modifiedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Those that were not read yet as they are now. */
	List<String> uninspected() {
		return this.jdbc.sql("select path from sources where inspected_version is distinct from version order by bytes")
			.query(String.class)
			.list();
	}

	/** Keeps what was found in a version. */
	@Transactional
	public void keep(SourceFile file, String fingerprint, Inspection inspection) {
		this.jdbc.sql("""
				update sources set inspected_version = :version, inspected_at = now(), problem = null,
					fingerprint = :fingerprint, valid_rows = :valid, rejected_rows = :rejected, first_time = :first,
					last_time = :last, activity_step = :step, activity = :activity
				where path = :path""")
			.param("path", file.path())
			.param("version", file.version())
			.param("fingerprint", fingerprint)
			.param("valid", inspection.validRows())
			.param("rejected", inspection.rejectedRows())
			.param("first", inspection.firstTime())
			.param("last", inspection.lastTime())
			.param("step", inspection.activity().step())
			.param("activity", inspection.activity().rows())
			.update();
		this.jdbc.sql("delete from source_rejections where path = :path").param("path", file.path()).update();
		inspection.rejections().forEach((rejection) -> insert(file.path(), rejection));
	}

	/** Keeps that a version is no commit log. */
	@Transactional
	public void refuse(SourceFile file, String problem) {
		this.jdbc.sql("""
				update sources set inspected_version = :version, inspected_at = now(), problem = :problem,
					fingerprint = null, valid_rows = null, rejected_rows = null, first_time = null, last_time = null,
					activity_step = null, activity = null
				where path = :path""")
			.param("path", file.path())
			.param("version", file.version())
			.param("problem", problem)
			.update();
		this.jdbc.sql("delete from source_rejections where path = :path").param("path", file.path()).update();
	}

	private void insert(String path, RejectedRow rejection) {
		this.jdbc.sql("""
				insert into source_rejections (path, line, field, reason) select :path, :line, :field, :reason
				where exists (select 1 from sources where path = :path) on conflict do nothing""")
			.param("path", path)
			.param("line", rejection.line())
			.param("field", rejection.field())
			.param("reason", rejection.reason())
			.update();
	}

}
