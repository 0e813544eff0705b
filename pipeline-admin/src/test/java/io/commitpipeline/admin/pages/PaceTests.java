package io.commitpipeline.admin.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.commitpipeline.admin.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * How long pages take with 30 days of metrics at 1,000 commits/s. Run it with
 * {@code -Dpace=true} on a machine that does nothing else.
 */
@EnabledIfSystemProperty(named = "pace", matches = "true")
@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(roles = "VIEWER")
class PaceTests {

	private static final List<String> PAGES = List.of("/", "/?range=24h", "/metrics", "/metrics/components?sort=name",
			"/metrics/hours", "/metrics/entropy", "/metrics/author?name=person_7",
			"/metrics/component?name=services/part_7", "/partitions", "/quarantine",
			"/quarantine/events?group=author: missing", "/archive", "/archive?date=2000-01-01", "/database", "/audit");

	private static final long MOST_MILLIS = 50;

	@Autowired
	private MockMvc mvc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		new TestDatabase().with("big.sql").register(registry);
	}

	@Test
	void noPageTakesLongerThanItMay() {
		Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> body("/metrics").contains("person_1000"));
		Map<String, Long> medians = new TreeMap<>();
		PAGES.forEach((page) -> medians.put(page, median(page)));
		assertThat(medians).allSatisfy((page, millis) -> assertThat(millis).isLessThanOrEqualTo(MOST_MILLIS));
	}

	private long median(String page) {
		return IntStream.range(0, 12).mapToLong((i) -> millis(page)).skip(5).sorted().skip(3).findFirst().orElseThrow();
	}

	private long millis(String page) {
		long start = System.nanoTime();
		body(page);
		return Duration.ofNanos(System.nanoTime() - start).toMillis();
	}

	private String body(String page) {
		try {
			return this.mvc.perform(get(page)).andReturn().getResponse().getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
