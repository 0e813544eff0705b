package io.commitpipeline.local.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares the completeness views with the metric tables and the archive's files.
 */
public record Verification(CompletenessViews views, ArchiveFolder archive) {

	/**
	 * Looks at everything once.
	 * @return the figures, and every difference
	 * @throws SQLException if the database does not answer
	 * @throws IOException if a file of the archive cannot be read
	 */
	public Verdict verify() throws SQLException, IOException {
		Completeness summary = this.views.summary();
		Map<String, Long> commits = this.views.commitsByTable();
		long archived = this.archive.rows();
		List<String> differences = new ArrayList<>(this.views.differences());
		commits.forEach((table, sum) -> {
			if (sum != summary.counted()) {
				differences.add("table %s holds %d commits, %d were counted".formatted(table, sum, summary.counted()));
			}
		});
		long quarantined = this.views.quarantined();
		if (quarantined != summary.quarantined()) {
			differences.add("table quarantined_events holds %d events, %d were quarantined".formatted(quarantined,
					summary.quarantined()));
		}
		if (archived != summary.archived()) {
			differences.add(
					"the archive's files hold %d events, the manifest says %d".formatted(archived, summary.archived()));
		}
		if (!summary.complete() && differences.isEmpty()) {
			differences.add("the completeness view says incomplete");
		}
		return new Verdict(figures(summary, commits, archived, differences.isEmpty()), differences);
	}

	private Figures figures(Completeness summary, Map<String, Long> commits, long archived, boolean complete)
			throws IOException {
		long counted = commits.values().stream().findFirst().orElse(0L);
		return new Figures(summary.sent(), summary.rejected(), summary.received(), counted, summary.duplicates(),
				summary.quarantined(), archived, this.archive.files().size(), complete, 0);
	}

}
