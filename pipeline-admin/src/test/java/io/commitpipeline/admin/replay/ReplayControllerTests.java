package io.commitpipeline.admin.replay;

import java.util.Map;
import java.util.UUID;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "operator", roles = "OPERATOR")
@ConsoleTest
class ReplayControllerTests {

	private final UUID id = UUID.randomUUID();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void noReplays() {
		this.jdbc.sql("truncate replays cascade").update();
	}

	@Test
	void theButtonsPauseResumeRestartStopAndReplayAgain() throws Exception {
		start(Map.of("pace", "rate", "rate", "250"));
		press("pause", Map.of());
		assertThat(value("command")).isEqualTo("pause");
		press("resume", Map.of());
		assertThat(value("command")).isEqualTo("start");
		press("restart", Map.of());
		assertThat(value("jump_id")).isNotNull();
		press("stop", Map.of());
		assertThat(value("state")).isEqualTo("stopped");
		press("again", Map.of());
		assertThat(this.jdbc.sql("select rate from replays where state = 'pending'").query(Integer.class).list())
			.containsExactly(250);
	}

	@Test
	void theFormsSeekStepChangeThePaceAndLoop() throws Exception {
		start(Map.of());
		press("seek", Map.of("target", "day 2"));
		assertThat(value("jump_time")).isEqualTo(1440);
		press("pace", Map.of("pace", "clock", "minutes", "10", "rate", ""));
		assertThat(value("speed_up")).isEqualTo(4320);
		press("loop", Map.of("on", "true"));
		assertThat(value("loop")).isEqualTo(true);
		press("loop", Map.of());
		assertThat(value("loop")).isEqualTo(false);
		press("pause", Map.of());
		press("step", Map.of("rows", "7"));
		assertThat(value("step_to")).isEqualTo(7L);
	}

	@Test
	void aNewReplayTakesPaceRangeAndLoop() throws Exception {
		start(Map.of("pace", "clock", "minutes", "60", "from", "day 3, 06:00", "to", "row 5000", "loop", "true"));
		assertThat(this.jdbc.sql("select * from replays").query().singleRow()).containsEntry("speed_up", 720)
			.containsEntry("from_time", 2 * 1440 + 360)
			.containsEntry("from_row", null)
			.containsEntry("to_row", 5000L)
			.containsEntry("loop", true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					source   | ' '          | Name a commit log.
					from     | yesterday    | Not a place in a source: expected a commit time such as day 12, 08:30, or a row such as row 4711.
					rate     | fast         | Not a number: rate.
					pace     | slow         | Not a pace: expected rate, clock or max.
					pace     | rate         | The rate must be from 1 to 1,000,000 commits per second.
					rowOrder | random       | Not an order of rows: expected time or file.""")
	void whatCannotBeUnderstoodIsRefusedWithASentence(String parameter, String text, String sentence) throws Exception {
		this.mvc.perform(post("/replays").with(csrf()).param("form", this.id.toString()).params(with(parameter, text)))
			.andExpect(redirectedUrl("/replay"))
			.andExpect(flash().attribute("problem", sentence));
		assertThat(this.jdbc.sql("select count(*) from replays").query(Long.class).single()).isZero();
	}

	@Test
	void whatIsNotLegalIsRefusedWithASentenceOnThePageItWasAskedOn() throws Exception {
		start(Map.of());
		press("stop", Map.of());
		this.mvc
			.perform(post("/replays/" + this.id + "/resume").with(csrf())
				.param("back", "/")
				.param("form", UUID.randomUUID().toString()))
			.andExpect(redirectedUrl("/"))
			.andExpect(flash().attribute("problem",
					"The replay of commits.csv is stopped for good: replay the source again."));
	}

	@Test
	@WithMockUser(roles = "VIEWER")
	void aViewerSeesThePageWithoutItsForms() throws Exception {
		this.mvc.perform(get("/replay"))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("action=\"/replays/"))))
			.andExpect(content().string(not(containsString("multipart/form-data"))));
	}

	@Test
	void aButtonThatNamesNoReplayIsABadRequest() throws Exception {
		this.mvc.perform(post("/replays/all/stop").with(csrf()).param("form", this.id.toString()))
			.andExpect(status().isBadRequest());
	}

	private static MultiValueMap<String, String> with(String parameter, String text) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.set("source", "commits.csv");
		parameters.set(parameter, text);
		return parameters;
	}

	private void start(Map<String, String> parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/replays").with(csrf())
			.param("form", this.id.toString())
			.param("source", "commits.csv");
		parameters.forEach(request::param);
		this.mvc.perform(request).andExpect(redirectedUrl("/replay")).andExpect(flash().attributeCount(0));
	}

	private void press(String button, Map<String, String> parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/replays/" + this.id + "/" + button).with(csrf())
			.param("form", UUID.randomUUID().toString());
		parameters.forEach(request::param);
		this.mvc.perform(request).andExpect(redirectedUrl("/replay")).andExpect(flash().attributeCount(0));
	}

	private Object value(String column) {
		return this.jdbc.sql("select * from replays").query().singleRow().get(column);
	}

}
