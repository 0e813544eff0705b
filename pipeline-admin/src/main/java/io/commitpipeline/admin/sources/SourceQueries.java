package io.commitpipeline.admin.sources;

import java.util.List;
import java.util.Optional;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the list of sources.
 */
@Repository
public class SourceQueries {

	private static final String SELECT = """
			select path, bytes, modified_at, inspected_version is not distinct from version as read, problem, valid_rows,
				rejected_rows, first_time, last_time from sources
			""";

	private final JdbcClient jdbc;

	SourceQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All sources, the latest first.
	 */
	public List<Source> all() {
		return this.jdbc.sql(SELECT + " order by modified_at desc, path").query(Rows.of(Source.class)).list();
	}

	/**
	 * The source at a path, if there is one.
	 */
	public Optional<Source> at(String path) {
		return this.jdbc.sql(SELECT + " where path = :path")
			.param("path", path)
			.query(Rows.of(Source.class))
			.optional();
	}

	/**
	 * When in commit time the rows of a source lie.
	 * @param path the source
	 * @return empty before it was read
	 */
	public Optional<Activity> activity(String path) {
		return this.jdbc.sql(
				"select activity_step as step, array_to_string(activity, ',') as rows from sources where path = :path and activity is not null")
			.param("path", path)
			.query(Activity.class)
			.optional();
	}

	/**
	 * The first rows that are not valid commits.
	 */
	public List<BadRow> badRows(String path, int limit) {
		return this.jdbc.sql("""
				select line, field, reason from source_rejections where path = :path order by line limit :limit
				""").param("path", path).param("limit", limit).query(BadRow.class).list();
	}

}
