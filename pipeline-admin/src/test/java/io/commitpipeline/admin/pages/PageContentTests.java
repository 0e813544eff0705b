package io.commitpipeline.admin.pages;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.UUID;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.admin.TestDatabase;
import io.commitpipeline.admin.TestLake;
import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

/**
 * What the pages say of a replay, also where a later release has migrated already.
 */
@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "ann", roles = "OPERATOR")
@ConsoleTest
class PageContentTests {

	@Autowired
	private LocalAzure azure;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void fill(LocalPostgres postgres) {
		new TestDatabase(postgres).withDemo(160_000).oneReleaseAhead();
	}

	@Test
	void authorsAreSortedFilteredAndExportedByTheSameAddress() throws Exception {
		assertThat(page("/metrics?sort=-mean_entropy&q=person_1")).contains("aria-sort=\"descending\"")
			.contains("/metrics/author?name=person_10")
			.doesNotContain("name=person_2\"")
			.contains("/metrics.csv?sort=-mean_entropy&amp;q=person_1");
		assertThat(page("/metrics.csv?sort=name&q=person_10").lines()).hasSize(3)
			.first()
			.isEqualTo("name,share,commits,lines_added,lines_deleted,mean_entropy,entropy_spread,max_entropy");
	}

	@Test
	void anAuthorsHoursAddUpToTheirCommits() throws Exception {
		long commits = this.jdbc
			.sql("select sum(commits)::bigint from commits_by_author_hour where author = 'person_7'")
			.query(Long.class)
			.single();
		assertThat(page("/metrics/author.csv?name=person_7").lines()
			.skip(1)
			.mapToLong((line) -> Long.parseLong(line.split(",")[3]))
			.sum()).isEqualTo(commits);
		assertThat(page("/metrics/author?name=person_7")).contains("Commits by entropy");
		assertThat(this.mvc.perform(get("/metrics/author?name=nobody")).andReturn().getResponse().getStatus())
			.isEqualTo(404);
	}

	@Test
	void partitionsSayWhatTheyWaitFor() throws Exception {
		assertThat(page("/partitions")).contains("waits for the lake: 503 Server busy")
			.contains("class=\"badge blocked\"")
			.contains("2 min 40 s");
		assertThat(page("/partitions.csv")).contains("3,cold,blocked,9160,160.0,");
	}

	@Test
	void quarantinedEventsShowTheirBytesAsDataOnly() throws Exception {
		assertThat(page("/quarantine")).contains("entropy: expected a number").contains("not JSON");
		String event = page("/quarantine/event?partition=2&incarnation=1&sequence=5001");
		assertThat(event).contains("00000000  7b 22 63 6f 6d 6d 69 74").contains("oops").contains("Discard it");
		assertThat(page("/quarantine/event?partition=2&incarnation=1&sequence=5000"))
			.contains("These bytes are no UTF-8 text.")
			.doesNotContain("<script>alert(1)");
	}

	@Test
	void aDecisionIsAskedForOnceAndEntered() throws Exception {
		String id = UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(post("/quarantine/settlements").with(csrf())
					.param("id", id)
					.param("action", "discard")
					.param("partition", "2")
					.param("incarnation", "1")
					.param("sequence", "5003")
					.param("comment", "a test"))
				.andReturn();
		}
		assertThat(this.jdbc
			.sql("select action || sequence_number || comment || requested_by from settlements where id = ?::uuid")
			.param(id)
			.query(String.class)
			.list()).containsExactly("discard5003a testann");
		assertThat(this.jdbc.sql("select result from audit where action = 'quarantine.discard' order by id")
			.query(String.class)
			.list()).containsExactly("done", "It was asked for already.");
	}

	@Test
	void aDiscardWithoutAReasonIsRefusedWithASentence() throws Exception {
		this.mvc
			.perform(post("/quarantine/settlements").with(csrf())
				.param("id", UUID.randomUUID().toString())
				.param("action", "discard"))
			.andExpect(flash().attribute("problem", "Say why the events are discarded."));
	}

	@Test
	void viewersAreNotOfferedDecisions() throws Exception {
		String page = this.mvc.perform(get("/quarantine").with(user("eve").roles("VIEWER")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("entropy: expected a number").doesNotContain("Discard all");
	}

	@Test
	void aFileOfTheArchiveShowsItsRowsDownloadsAndAnswersAsShown(@TempDir Path directory) throws Exception {
		String name = this.jdbc.sql("select name from archive_files order by name limit 1")
			.query(String.class)
			.single();
		long bytes = new TestLake(this.azure.dataLake()).archive(name, 25_000);
		this.jdbc.sql("update archive_files set bytes = ? where name = ?").params(bytes, name).update();
		String page = page("/archive/file?name=" + name);
		assertThat(page).contains("services/billing/data_49.py")
			.contains("fix &lt;b&gt;it&lt;/b&gt;")
			.contains("0.532");
		MvcResult download = this.mvc.perform(get("/archive/download?name=" + name)).andReturn();
		byte[] content = this.mvc.perform(asyncDispatch(download)).andReturn().getResponse().getContentAsByteArray();
		assertThat(content).hasSize((int) bytes);
		Files.createDirectories(directory.resolve(name).getParent());
		Files.write(directory.resolve(name), content);
		String question = page.replaceAll("(?s).*id=\"duckdb\">(.*?)</code>.*", "$1")
			.replace("&#39;", "'")
			.replaceFirst("abfss://[^/]*/archive", directory.toString().replace('\\', '/'));
		try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
				ResultSet answer = duckdb.createStatement().executeQuery(question)) {
			assertThat(answer.next()).isTrue();
			assertThat(answer.getString("author")).startsWith("person_");
			assertThat(answer.getLong("commits")).isEqualTo(3572);
		}
	}

	@Test
	void aFileThatTheManifestDoesNotKnowIsNotThere() throws Exception {
		new TestLake(this.azure.dataLake()).archive("tmp/secret.parquet", 10);
		for (String path : new String[] { "/archive/file", "/archive/file.csv", "/archive/download" }) {
			assertThat(this.mvc.perform(get(path).param("name", "tmp/secret.parquet"))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(404);
		}
	}

	@Test
	void theDatabaseTellsOfItself() throws Exception {
		assertThat(page("/database")).contains("commits_by_author_hour").contains("audit");
		assertThat(page("/database.csv")).contains("table,row_estimate,table_bytes");
	}

	@Test
	void timesAreInTheZoneOfTheAddress() throws Exception {
		this.jdbc.sql(
				"insert into audit (at, actor, action, subject, result) values ('2026-03-01T23:30:00Z', 'zoe', 'x', 'x', 'done')")
			.update();
		assertThat(page("/audit?q=zoe&zone=Asia/Tokyo")).contains("2026-03-02 08:30:00")
			.contains("href=\"/metrics?zone=Asia%2FTokyo\"");
		assertThat(page("/audit?q=zoe&zone=nonsense")).contains("2026-03-01 23:30:00");
	}

	private String page(String path) throws Exception {
		return this.mvc.perform(get(URI.create(path.replace(" ", "%20"))))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
