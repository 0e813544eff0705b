package io.commitpipeline.admin.quarantine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.admin.rows.Rows;
import io.commitpipeline.admin.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what is in quarantine. However much that is, a page counts and reads a part.
 */
@Repository
class QuarantineQueries {

	/** Beyond that nobody needs the exact number here: the overview has it. */
	static final int COUNTED = 2_000;

	/** Of a body on a page. */
	static final int SHOWN_BYTES = 16 * 1024;

	/**
	 * From one group to the next through the index, which a plain grouping would read in
	 * full.
	 */
	private static final String GROUPS = """
			with recursive groups as (
				(select quarantine_group(reason) as reason from quarantined_events order by 1 limit 1)
				union all
				select (
					select quarantine_group(q.reason) from quarantined_events q
					where quarantine_group(q.reason) > g.reason order by 1 limit 1
				) from groups g where g.reason is not null
			)
			select g.reason, n.open, n.discarded, n.first_at, n.last_at
			from groups g
			cross join lateral (
				select count(*) filter (where not discarded) as open, count(*) filter (where discarded) as discarded,
					min(quarantined_at) as first_at, max(quarantined_at) as last_at
				from (
					select discarded, quarantined_at from quarantine where quarantine_group(reason) = g.reason limit :counted
				) few
			) n
			where g.reason is not null order by n.open desc, g.reason
			""";

	private static final String EVENT = """
			select partition_id, incarnation, sequence_number, run_id, run_row, enqueued_at, quarantined_at, reason,
				properties::text as properties, substring(body from 1 for :shown) as body, length(body) as body_bytes,
				discarded, discarded_by, discard_comment
			from quarantine
			""";

	private final JdbcClient jdbc;

	QuarantineQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ReasonGroup> groups() {
		return this.jdbc.sql(GROUPS).param("counted", COUNTED).query(ReasonGroup.class).list();
	}

	/**
	 * Events of a group, in the order of the hub.
	 */
	List<QuarantinedEvent> events(String group, Listing listing) {
		return this.jdbc.sql(EVENT + """
				where quarantine_group(reason) = :group
				order by partition_id, incarnation, sequence_number limit :limit offset :offset
				""")
			.param("shown", 200)
			.param("group", group)
			.param("limit", listing.limit())
			.param("offset", listing.offset())
			.query(Rows.of(QuarantinedEvent.class))
			.list();
	}

	Optional<QuarantinedEvent> event(EventKey key) {
		return one(EVENT, key).param("shown", SHOWN_BYTES).query(Rows.of(QuarantinedEvent.class)).optional();
	}

	Optional<byte[]> body(EventKey key) {
		return one("select body from quarantined_events", key).query(byte[].class).optional();
	}

	private JdbcClient.StatementSpec one(String select, EventKey key) {
		return this.jdbc.sql(select + """
				 where partition_id = :partition and incarnation = :incarnation and sequence_number = :sequence
				""")
			.params(Map.of("partition", key.partition(), "incarnation", key.incarnation(), "sequence", key.sequence()));
	}

}
