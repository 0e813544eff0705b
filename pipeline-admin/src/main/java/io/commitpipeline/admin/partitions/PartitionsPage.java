package io.commitpipeline.admin.partitions;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.completeness.CompletenessQueries;
import io.commitpipeline.admin.live.LivePage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the page shows, at once and ever after.
 */
@Component
class PartitionsPage implements LivePage {

	private final PartitionQueries queries;

	private final CompletenessQueries completeness;

	private final Clock clock;

	PartitionsPage(PartitionQueries queries, CompletenessQueries completeness, Clock clock) {
		this.queries = queries;
		this.completeness = completeness;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "partitions";
	}

	@Override
	public String template() {
		return "partitions/regions";
	}

	@Override
	public List<String> regions() {
		return List.of("paths", "completeness", "gaps", "hubs");
	}

	@Override
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Map<String, Object> read(String variant) {
		return Map.of("paths", PartitionTables.paths(this.queries.partitions(), this.clock.instant()), "completeness",
				PartitionTables.completeness(this.completeness.byPartition()), "gaps",
				PartitionTables.gaps(this.queries.gaps()), "hubs",
				PartitionTables.incarnations(this.queries.incarnations()));
	}

}
