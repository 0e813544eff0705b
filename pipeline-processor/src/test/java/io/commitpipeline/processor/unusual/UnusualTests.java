package io.commitpipeline.processor.unusual;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.events.Commit;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hotpath.Recounting;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = UnusualTests.Slice.class, webEnvironment = WebEnvironment.NONE)
@LocalAzureTest
class UnusualTests {

	private static final int PARTITIONS = 3;

	@Autowired
	private UnusualRanking ranking;

	@Autowired
	private Habits habits;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private Recounting hotPath;

	private int incarnation;

	@BeforeEach
	void emptyTables() {
		TestDatabaseContents.clear(this.jdbc);
		this.hotPath = new Recounting(this.jdbc, new TransactionTemplate(this.transactions));
		this.incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
	}

	@Test
	void theTablesGiveTheSameRankingAsTheLogItself() {
		GeneratedLog log = GeneratedLog.of(12_000, 7, 3);
		List<String> bodies = new ArrayList<>(log.commits().stream().map(UnusualTests::json).toList());
		Collections.shuffle(bodies, new Random(7));
		deliver(bodies, new Random(7));
		asProcessor(this.ranking::refresh);
		assertThat(scores()).isEqualTo(GeneratedLog.scores(new Comparison().rank(log.profiles())));
		assertThat(this.jdbc.queryForList("select author from unusual_authors where stands_out", String.class))
			.containsExactlyInAnyOrderElementsOf(log.insiders());
		assertThat(this.jdbc.queryForObject("select authors || ' ' || compared || ' ' || counted from unusual_runs",
				String.class))
			.isEqualTo("100 " + log.profiles().size() + " 12000");
		assertThat(this.jdbc.queryForObject("""
				select e ->> 'sentence' from unusual_authors, json_array_elements(evidence) e
				where place = 1 and e ->> 'signal' = 'WORDS'""", String.class))
			.contains(" of the messages hold phrases that hardly anyone else uses; 0 % is typical.");
	}

	@Test
	void messagesThatAllDifferAreBoundedWithoutATrace() {
		List<String> bodies = new ArrayList<>(IntStream.range(0, 2_000)
			.mapToObj((i) -> "say " + word(i % 1_700))
			.map((message) -> json(new Commit("c", "ann", 5, "/a/b/" + message, 1, 1, 5_000, message, null)))
			.toList());
		deliver(bodies, new Random(1));
		List<String> plain = habits();
		assertThat(plain).hasSize(301);
		TestDatabaseContents.clear(this.jdbc);
		Collections.shuffle(bodies, new Random(2));
		Random random = new Random(3);
		for (int i = 0; i < 4; i++) {
			deliver(bodies.subList(500 * i, 500 * i + 500), random);
			asProcessor(this.habits::tidy);
		}
		assertThat(habits()).isEqualTo(plain);
		assertThat(this.jdbc.queryForObject("select count(*) from author_habits where kind = 'message'", Long.class))
			.isLessThanOrEqualTo(2L * 300 * PARTITIONS);
		assertThat(this.jdbc.queryForList("select * from author_habit_limits")).isNotEmpty();
	}

	private void asProcessor(Runnable work) {
		TestDatabaseContents.asProcessor(this.jdbc, this.transactions, work);
	}

	private Map<String, Double> scores() {
		return this.jdbc.queryForList("select author, score from unusual_authors")
			.stream()
			.collect(Collectors.toMap((row) -> (String) row.get("author"),
					(row) -> ((Number) row.get("score")).doubleValue()));
	}

	private List<String> habits() {
		return this.jdbc.queryForList("select h::text from habits h order by 1", String.class);
	}

	/** In batches of any size, over all partitions. */
	private void deliver(List<String> bodies, Random random) {
		List<List<ReceivedEvent>> partitions = IntStream.range(0, PARTITIONS)
			.<List<ReceivedEvent>>mapToObj((partition) -> new ArrayList<>())
			.toList();
		long[] next = IntStream.range(0, PARTITIONS).mapToLong(this::next).toArray();
		for (String body : bodies) {
			int partition = random.nextInt(PARTITIONS);
			partitions.get(partition)
				.add(new ReceivedEvent(next[partition]++, null, Instant.EPOCH, null, Map.of(),
						body.getBytes(StandardCharsets.UTF_8)));
		}
		for (int partition = 0; partition < PARTITIONS; partition++) {
			List<ReceivedEvent> events = partitions.get(partition);
			for (int start = 0; start < events.size();) {
				int end = Math.min(events.size(), start + 1 + random.nextInt(800));
				this.hotPath.count(new ProgressKey(ConsumerGroup.HOT, partition, this.incarnation),
						events.subList(start, end));
				start = end;
			}
		}
	}

	private long next(int partition) {
		return this.jdbc.queryForObject(
				"select coalesce(max(sequence_number), -1) + 1 from progress where partition_id = ?", Long.class,
				partition);
	}

	private static String word(int number) {
		return Integer.toString(number, 26)
			.chars()
			.mapToObj((digit) -> Character.toString('a' + Character.digit(digit, 26)))
			.collect(Collectors.joining());
	}

	private static String json(Commit commit) {
		return String.format(Locale.ROOT, """
				{"commit_id":"%s","author":"%s","time":%d,"file_path":"%s","lines_added":%d,"lines_deleted":%d,\
				"entropy":%.4f,"message":"%s"}""", commit.commitId(), commit.author(), commit.time(), commit.filePath(),
				commit.linesAdded(), commit.linesDeleted(), commit.entropy() / 10_000.0, commit.message());
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@ComponentScan("io.commitpipeline.processor.unusual")
	static class Slice {

	}

}
