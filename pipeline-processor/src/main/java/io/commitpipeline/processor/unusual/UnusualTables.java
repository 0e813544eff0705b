package io.commitpipeline.processor.unusual;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commitpipeline.processor.unusual.UnusualAuthor.Evidence;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The result, for the console.
 */
@Repository
class UnusualTables {

	private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

	/** The rest have their sentences, but no charts. */
	private static final int WITH_CHARTS = 100;

	private static final long KEY = 0x756e7573_75616cL;

	private final JdbcTemplate jdbc;

	UnusualTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a rebuild from swapping the metrics meanwhile. Batches go on.
	 * @return false if another processor compares authors at the moment
	 */
	boolean lock() {
		this.jdbc.execute("lock table progress in row exclusive mode");
		return Boolean.TRUE
			.equals(this.jdbc.queryForObject("select pg_try_advisory_xact_lock(" + KEY + ")", Boolean.class));
	}

	/**
	 * @return runs of which more, or less, is counted than when their authors were
	 * compared
	 */
	List<UUID> changed() {
		return this.jdbc.queryForList("""
				select run_id from event_outcomes left join unusual_runs u using (run_id)
				group by run_id, u.counted having sum(event_outcomes.counted) <> coalesce(u.counted, 0)
				order by run_id limit 10""", UUID.class);
	}

	void replace(UUID run, int compared, List<UnusualAuthor> ranked) {
		this.jdbc.update("delete from unusual_runs where run_id = ?", run);
		this.jdbc.update("""
				insert into unusual_runs (run_id, counted, authors, compared)
				values (?, (select sum(counted) from event_outcomes where run_id = ?),
					(select count(distinct author) from commits_by_author_hour where run_id = ?), ?)""", run, run, run,
				compared);
		this.jdbc.batchUpdate(
				"""
						insert into unusual_authors (run_id, author, place, score, stands_out, author_commits, words, components,
							entropy, size, hours, reasons, evidence)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)""",
				IntStream.range(0, ranked.size()).mapToObj((i) -> row(run, i + 1, ranked.get(i))).toList());
	}

	private static Object[] row(UUID run, int place, UnusualAuthor author) {
		return new Object[] { run, author.author(), place, author.score(), author.standsOut(), author.commits(),
				author.points(Signal.WORDS), author.points(Signal.COMPONENTS), author.points(Signal.ENTROPY),
				author.points(Signal.SIZE), author.points(Signal.HOURS), author.reasons().toArray(String[]::new),
				json(author.evidence().values(), place <= WITH_CHARTS) };
	}

	private static String json(Collection<Evidence> evidence, boolean charts) {
		try {
			return JSON.writeValueAsString(charts ? evidence
					: evidence.stream()
						.map((each) -> new Evidence(each.signal(), each.points(), each.sentence(), List.of()))
						.toList());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A record is no JSON", ex);
		}
	}

}
