package io.commitpipeline.admin.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.admin.TestDatabase;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * How long pages take with 30 days of metrics at 1,000 commits/s, once the machine has
 * warmed to them.
 */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@WithMockUser(roles = "VIEWER")
@ConsoleTest
class PaceTests {

	private static final String RUN = "20000000-0000-0000-0000-000000000001";

	private static final List<String> PAGES = List.of("/", "/?range=24h", "/replay", "/replay?source=month-7.csv",
			"/replay?q=month-7", "/replay/history.csv", "/metrics", "/metrics?run=" + RUN,
			"/metrics?q=person_77&sort=-mean_entropy", "/metrics?page=7", "/metrics.csv",
			"/metrics/components?sort=name", "/metrics/components.csv", "/metrics/hours", "/metrics/hours.csv",
			"/metrics/entropy", "/metrics/author?name=person_7", "/metrics/author?name=person_7&run=" + RUN,
			"/metrics/author.csv?name=person_7", "/metrics/component?name=services/part_7", "/unusual",
			"/unusual?sort=-entropy&q=person_7", "/unusual.csv", "/unusual/author?name=person_7", "/partitions",
			"/partitions.csv", "/partitions/completeness.csv", "/quarantine", "/quarantine.csv",
			"/quarantine/events?group=author: missing", "/quarantine/events?group=author: missing&page=20",
			"/quarantine/event?partition=1&incarnation=1&sequence=5", "/archive", "/archive.csv",
			"/archive?date={yesterday}", "/archive?date={yesterday}&partition=2&q=parquet&sort=-bytes", "/database",
			"/audit", "/audit?q=run 17");

	private static final long MOST_MILLIS = 50;

	private static final int REQUESTS = 5;

	/** For each page: on a busy machine one median says little. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void fill(LocalPostgres postgres) {
		new TestDatabase(postgres).with("big.sql");
	}

	@Test
	void noPageTakesLongerThanItMay() {
		Awaitility.await()
			.pollInSameThread()
			.atMost(Duration.ofMinutes(1))
			.until(() -> body("/metrics").contains("person_1000"));
		String yesterday = this.jdbc.sql("select ((now() at time zone 'UTC')::date - 1)::text")
			.query(String.class)
			.single();
		Map<String, Long> medians = new TreeMap<>();
		PAGES.forEach((page) -> medians.put(page, median(page.replace("{yesterday}", yesterday))));
		assertThat(medians).allSatisfy((page, millis) -> assertThat(millis).isLessThanOrEqualTo(MOST_MILLIS));
	}

	/** The least of the medians that it takes to be fast enough. */
	private long median(String page) {
		long start = System.nanoTime();
		long least = Long.MAX_VALUE;
		while (least > MOST_MILLIS && Duration.ofNanos(System.nanoTime() - start).compareTo(PATIENCE) < 0) {
			long[] sorted = LongStream.generate(() -> millis(page)).limit(REQUESTS).sorted().toArray();
			least = Math.min(least, sorted[REQUESTS / 2]);
		}
		return least;
	}

	private long millis(String page) {
		long start = System.nanoTime();
		body(page);
		return Duration.ofNanos(System.nanoTime() - start).toMillis();
	}

	private String body(String page) {
		try {
			MockHttpServletResponse response = this.mvc.perform(get(page)).andReturn().getResponse();
			assertThat(response.getStatus()).as(page).isEqualTo(HttpStatus.OK.value());
			return response.getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(page, ex);
		}
	}

}
