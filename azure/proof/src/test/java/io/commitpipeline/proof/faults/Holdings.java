package io.commitpipeline.proof.faults;

import java.util.List;

/**
 * What the tables and the archive hold of a run, whatever partition it came through.
 *
 * @param tables a line for each row, summed over the partitions
 * @param archived row and hash of the body of each event
 */
record Holdings(List<String> tables, List<String> archived) {

	private static final String SUMS = "sum(commits)::bigint as c, sum(lines_added)::bigint as a,"
			+ " sum(lines_deleted)::bigint as d, sum(entropy_sum) as e, sum(entropy_squares) as s, max(entropy_max) as m";

	private static final String TABLES = """
			select t::text from (
				select 'minutes' as t, '' as key, 0 as hour, %1$s from commits_by_minute where run_id = :run
				union all select 'authors', author, commit_hour, %1$s from commits_by_author_hour
					where run_id = :run group by author, commit_hour
				union all select 'components', component, commit_hour, %1$s from commits_by_component_hour
					where run_id = :run group by component, commit_hour
				union all select 'entropies', author, bucket, sum(commits)::bigint, 0, 0, 0, 0, 0
					from commits_by_author_entropy where run_id = :run group by author, bucket
				union all select 'outcomes', '', 0, sum(counted)::bigint, sum(quarantined)::bigint, 0, 0, 0, 0
					from event_outcomes where run_id = :run) t order by 1""";

	static Holdings of(Stage stage, Rows rows) {
		String sql = TABLES.formatted(SUMS).replace(":run", "'" + rows.run() + "'");
		return new Holdings(stage.database().query(sql, (row) -> row.getString(1)),
				new Archive(stage.fileSystem("archive")).bodies(rows));
	}

}
