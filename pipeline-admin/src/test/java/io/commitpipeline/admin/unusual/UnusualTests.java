package io.commitpipeline.admin.unusual;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.admin.TestDatabase;
import io.commitpipeline.local.LocalAzure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(roles = "VIEWER")
@ConsoleTest
class UnusualTests {

	@Autowired
	private LocalAzure azure;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from unusual_runs").update();
	}

	@Test
	void withoutARunThePageSaysWhatToDo() throws Exception {
		assertThat(page("/unusual")).contains("Nothing to compare yet. <a href=\"/replay\">Start a replay</a>");
		this.mvc.perform(get("/unusual.csv")).andExpect(status().isNotFound());
	}

	@Test
	void tooFewAuthorsAreNotRanked() throws Exception {
		this.jdbc.sql("insert into unusual_runs values (gen_random_uuid(), 900, 20, 5)").update();
		assertThat(page("/unusual")).contains("5 of 20 authors", "At least 8 authors with 50 commits each");
	}

	@Test
	void authorsAreRankedWithTheirReasons() throws Exception {
		new TestDatabase(this.azure.postgres()).with("unusual.sql");
		String page = page("/unusual");
		assertThat(page).containsSubsequence("person_9", "15.7", "23 % of the messages hold phrases", "person_6", "9.6",
				"&lt;b&gt;person_67", "3.3");
		assertThat(page("/unusual?q=person_6&sort=-commits")).contains("person_67", "person_6")
			.doesNotContain("person_9<");
		assertThat(page("/unusual.csv")).startsWith("place,author,score,words,components,entropy,size,hours,commits")
			.contains("1,person_9,15.67,15.67,0.0,0.0,0.0,0.0,176");
	}

	@Test
	void anAuthorsEvidenceStandsBesideTheOthers() throws Exception {
		new TestDatabase(this.azure.postgres()).with("unusual.sql");
		assertThat(page("/unusual/author?name=person_9")).containsSubsequence("Place 1 of 104", "Stands out.", "Words",
				"15.7 points", "jwt claims", "width=\"100.0\"", "5.1 %", "9 times; else only person_6", "Hours", "03");
		assertThat(page("/unusual/author?name=<b>person_67")).contains("Does not stand out.");
		this.mvc.perform(get("/unusual/author?name=nobody")).andExpect(status().isNotFound());
	}

	private String page(String path) throws Exception {
		return this.mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
	}

}
