package io.commitpipeline.admin.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.admin.TestDatabase;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "operator", roles = "OPERATOR")
@ConsoleTest
class OverviewTests {

	@Autowired
	private MockMvc mvc;

	@BeforeAll
	static void fill(LocalPostgres postgres) {
		new TestDatabase(postgres).with("seed.sql");
	}

	@Test
	void theStripShowsWhatBecameOfEveryEvent() throws Exception {
		page().andExpect(figure("sent", "1,235"))
			.andExpect(figure("received", "1,238"))
			.andExpect(figure("counted", "1,226"))
			.andExpect(figure("duplicates", "5"))
			.andExpect(figure("quarantined", "7"))
			.andExpect(figure("archived", "800"))
			.andExpect(figure("missing", "438"));
	}

	@Test
	void missingEventsAreInProgressAndSaidByPath() throws Exception {
		page().andExpect(text("In progress"))
			.andExpect(text("<b>2</b> to be counted"))
			.andExpect(text("<b>438</b> to be archived"));
	}

	@Test
	void theReplayBarSaysWhereTheReplayIs() throws Exception {
		page().andExpect(text("id=\"replay-source\">commits.csv<"))
			.andExpect(text("id=\"replay-phase\">running<"))
			.andExpect(text("id=\"replay-position\">1,236</span> of <span>4,000</span> rows, <span>30.9 %<"))
			.andExpect(text("day 2, 01:05"))
			.andExpect(text("asked: 500 commits/s"))
			.andExpect(text("2025-11-24 11:58:00"))
			.andExpect(text("3 rows"));
	}

	@Test
	void rejectedRowsAreNamedByLineFieldAndReason() throws Exception {
		page().andExpect(text(
				"<td class=\"number\">17</td><td><code>entropy</code></td><td>expected a number, found &lt;b&gt;many&lt;/b&gt;</td>"))
			.andExpect(text("<td class=\"number\">1,018</td><td></td><td>expected 8 columns, found 7</td>"));
	}

	@Test
	void authorsAndComponentsShowTheirSums() throws Exception {
		page().andExpect(text("/metrics/author?name=ann\">ann<"))
			.andExpect(text("<td class=\"number\">12,345</td>"))
			.andExpect(text("<td class=\"number\">0.500</td>"))
			.andExpect(text("/metrics/component?name=services/billing\">services/billing<"))
			.andExpect(text("<td class=\"number\">12,445</td>"));
	}

	@Test
	void whatComesFromEventsIsNeverMarkup() throws Exception {
		page().andExpect(text("&lt;script&gt;alert(1)&lt;/script&gt;"))
			.andExpect(content().string(not(containsString("<script>alert"))));
	}

	@Test
	void commitsPerMinuteAreThereWithoutJavaScript() throws Exception {
		page().andExpect(text("<svg class=\"bars\""))
			.andExpect(text("<time datetime=\"2025-11-24T11:59:00Z\">Nov 24, 11:59</time>"))
			.andExpect(text("<data value=\"990.0\">990</data>"))
			.andExpect(text("peak <b>990</b>"));
	}

	@Test
	void theRangeIsInTheAddress() throws Exception {
		this.mvc.perform(get("/").param("range", "24h"))
			.andExpect(text("<data value=\"66.0\">66</data>"))
			.andExpect(text("/live/overview?range=24h"));
	}

	private ResultActions page() throws Exception {
		return this.mvc.perform(get("/"));
	}

	private static ResultMatcher text(String text) {
		return content().string(containsString(text));
	}

	private static ResultMatcher figure(String id, String value) {
		return text("id=\"" + id + "\">" + value + "<");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class AtNoon {

		@Bean
		@Primary
		Clock noon() {
			return Clock.fixed(Instant.parse("2025-11-24T12:00:30Z"), ZoneOffset.UTC);
		}

	}

}
