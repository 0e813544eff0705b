package io.commitpipeline.admin.replay;

import java.util.UUID;

import io.commitpipeline.admin.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "operator", roles = "OPERATOR")
class ReplayControllerTests {

	private static final TestDatabase database = new TestDatabase();

	private final UUID id = UUID.randomUUID();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		database.register(registry);
	}

	@BeforeEach
	void noReplays() {
		this.jdbc.sql("truncate replays cascade").update();
	}

	@Test
	void theButtonsPauseResumeStopAndReplayAgain() throws Exception {
		create("commits.csv", "250");
		press("pause");
		assertThat(value("command")).isEqualTo("pause");
		press("resume");
		assertThat(value("command")).isEqualTo("start");
		press("stop");
		assertThat(value("state")).isEqualTo("stopped");
		press("again");
		assertThat(this.jdbc.sql("select rate from replays where state = 'pending'").query(Integer.class).list())
			.containsExactly(250);
	}

	@Test
	void anEmptyRateIsAsFastAsPossible() throws Exception {
		create("commits.csv", "");
		assertThat(value("rate")).isNull();
	}

	@Test
	void aReplayWithoutASourceIsRefusedWithASentence() throws Exception {
		this.mvc.perform(post("/replays").with(csrf()).param("id", this.id.toString()).param("rowOrder", "time"))
			.andExpect(flash().attribute("problem", "Name a commit log."));
		assertThat(this.jdbc.sql("select count(*) from replays").query(Long.class).single()).isZero();
	}

	@Test
	void aRateThatIsNoNumberIsRefusedWithASentence() throws Exception {
		this.mvc
			.perform(post("/replays").with(csrf())
				.param("id", this.id.toString())
				.param("source", "commits.csv")
				.param("rowOrder", "time")
				.param("rate", "fast"))
			.andExpect(flash().attribute("problem", "Not understood: rate."));
	}

	@Test
	void whatIsNotLegalIsRefusedWithASentence() throws Exception {
		create("commits.csv", "");
		press("stop");
		this.mvc
			.perform(post("/replays/command").with(csrf())
				.param("resume", this.id.toString())
				.param("form", UUID.randomUUID().toString()))
			.andExpect(flash().attribute("problem",
					"The replay of commits.csv is stopped for good: replay the source again."));
	}

	@Test
	void aButtonThatNamesNoReplayIsABadRequest() throws Exception {
		this.mvc.perform(post("/replays/command").with(csrf()).param("form", this.id.toString()).param("stop", "all"))
			.andExpect(status().isBadRequest());
	}

	private void create(String source, String rate) throws Exception {
		this.mvc
			.perform(post("/replays").with(csrf())
				.param("id", this.id.toString())
				.param("source", source)
				.param("rowOrder", "time")
				.param("rate", rate))
			.andExpect(redirectedUrl("/"));
	}

	private void press(String button) throws Exception {
		this.mvc
			.perform(post("/replays/command").with(csrf())
				.param(button, this.id.toString())
				.param("form", UUID.randomUUID().toString()))
			.andExpect(redirectedUrl("/"));
	}

	private Object value(String column) {
		return this.jdbc.sql("select * from replays").query().singleRow().get(column);
	}

}
