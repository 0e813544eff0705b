package io.commitpipeline.admin.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.admin.rows.Rows;
import io.commitpipeline.admin.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the manifest.
 */
@Repository
class ArchiveQueries {

	static final Map<String, String> ORDERS = Map.of("file", "name", "events", "event_count", "bytes", "bytes",
			"created_at", "created_at");

	private static final String FILE = """
			select name, partition_id, incarnation, first_sequence_number, last_sequence_number, event_count as events,
				bytes, sha256, first_enqueued_at, state, created_at
			from archive_files
			""";

	private static final String OF_A_DAY = """
			where first_enqueued_at >= :date::date::timestamp at time zone 'UTC'
				and first_enqueued_at < (:date::date + 1)::timestamp at time zone 'UTC'
				and (:partition::integer is null or partition_id = :partition)
				and (:filter::text is null or name ilike '%' || :filter || '%')
			""";

	private final JdbcClient jdbc;

	ArchiveQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ArchiveDay> days() {
		return this.jdbc.sql("""
				select date::text as date, sum(files + pending)::bigint as files, sum(events)::bigint as events,
					sum(bytes)::bigint as bytes, sum(pending)::bigint as pending
				from archive_days group by 1 having sum(files + pending) > 0 order by 1 desc
				""").query(Rows.of(ArchiveDay.class)).list();
	}

	List<ArchiveFile> files(String date, Integer partition, Listing listing) {
		return of(FILE + OF_A_DAY + "order by " + listing.orderBy(ORDERS) + ", name limit :limit offset :offset", date,
				partition, listing)
			.param("limit", listing.limit())
			.param("offset", listing.offset())
			.query(Rows.of(ArchiveFile.class))
			.list();
	}

	long count(String date, Integer partition, Listing listing) {
		return of("select count(*) from archive_files " + OF_A_DAY, date, partition, listing).query(Long.class)
			.single();
	}

	Optional<ArchiveFile> file(String name) {
		return this.jdbc.sql(FILE + "where name = :name")
			.param("name", name)
			.query(Rows.of(ArchiveFile.class))
			.optional();
	}

	private JdbcClient.StatementSpec of(String sql, String date, Integer partition, Listing listing) {
		return this.jdbc.sql(sql)
			.param("date", date)
			.param("partition", partition)
			.param("filter", listing.filterPattern());
	}

}
