package io.commitpipeline.admin.unusual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commitpipeline.admin.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the ranking that the processor keeps.
 */
@Repository
class UnusualQueries {

	private static final Map<String, String> ORDERS = Map.of("place", "place", "author", "author", "commits",
			"author_commits", "score", "score", "words", "words", "components", "components", "entropy", "entropy",
			"size", "size", "hours", "hours");

	/** By which authors can be sorted. */
	static final Set<String> SORTED = ORDERS.keySet();

	private static final String MATCHING = """
			from unusual_authors where run_id = :run
				and (:filter::text is null or author ilike '%' || :filter || '%')
			""";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	UnusualQueries(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The latest runs first.
	 */
	List<RankedRun> runs() {
		return this.jdbc.sql("""
				select u.run_id, p.source, r.started_at, u.authors, u.compared, u.counted, u.scored_at
				from unusual_runs u left join runs r on r.id = u.run_id left join replays p on p.id = r.replay_id
				where u.authors > 0
				order by coalesce(r.started_at, u.scored_at) desc limit 50""").query(RankedRun.class).list();
	}

	List<RankedAuthor> authors(UUID run, Listing listing) {
		return this.jdbc
			.sql("select * " + MATCHING + " order by " + listing.orderBy(ORDERS)
					+ ", place limit :limit offset :offset")
			.param("run", run)
			.param("filter", listing.filterPattern())
			.param("limit", listing.limit())
			.param("offset", listing.offset())
			.query(UnusualQueries::author)
			.list();
	}

	long count(UUID run, Listing listing) {
		return this.jdbc.sql("select count(*) " + MATCHING)
			.param("run", run)
			.param("filter", listing.filterPattern())
			.query(Long.class)
			.single();
	}

	Optional<RankedAuthor> author(UUID run, String author) {
		return this.jdbc.sql("select * from unusual_authors where run_id = ? and author = ?")
			.params(run, author)
			.query(UnusualQueries::author)
			.optional();
	}

	/**
	 * All signals, those with the most points first.
	 */
	List<Evidence> evidence(UUID run, String author) {
		List<Evidence> evidence = read(
				this.jdbc.sql("select evidence from unusual_authors where run_id = ? and author = ?")
					.params(run, author)
					.query(String.class)
					.single());
		return evidence.stream().sorted((one, other) -> Double.compare(other.points(), one.points())).toList();
	}

	private List<Evidence> read(String text) {
		try {
			return this.json.readValue(text, new TypeReference<>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The evidence is not as this console knows it", ex);
		}
	}

	private static RankedAuthor author(ResultSet row, int number) throws SQLException {
		return new RankedAuthor(row.getInt("place"), row.getString("author"), row.getDouble("score"),
				row.getBoolean("stands_out"), row.getLong("author_commits"), row.getDouble("words"),
				row.getDouble("components"), row.getDouble("entropy"), row.getDouble("size"), row.getDouble("hours"),
				List.of((String[]) row.getArray("reasons").getArray()));
	}

}
