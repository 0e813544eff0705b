package io.commitpipeline.admin.audit;

import java.util.List;

import io.commitpipeline.admin.rows.Rows;
import io.commitpipeline.admin.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the account, the latest actions first.
 */
@Repository
class AuditQueries {

	private static final String MATCHING = """
			from audit where :filter::text is null
				or concat_ws(' ', actor, action, subject, state_before, state_after, result) ilike '%' || :filter || '%'
			""";

	private final JdbcClient jdbc;

	AuditQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<AuditEntry> entries(Listing listing) {
		return this.jdbc.sql("select * " + MATCHING + " order by id desc limit :limit offset :offset")
			.param("filter", listing.filterPattern())
			.param("limit", listing.limit())
			.param("offset", listing.offset())
			.query(Rows.of(AuditEntry.class))
			.list();
	}

	long count(Listing listing) {
		return this.jdbc.sql("select count(*) " + MATCHING)
			.param("filter", listing.filterPattern())
			.query(Long.class)
			.single();
	}

}
