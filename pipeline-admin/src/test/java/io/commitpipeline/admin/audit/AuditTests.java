package io.commitpipeline.admin.audit;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser(username = "ann", roles = "OPERATOR")
@ConsoleTest
class AuditTests {

	@Autowired
	private Audit audit;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	@BeforeEach
	void emptyAccount() {
		this.jdbc.sql("truncate audit").update();
	}

	@Test
	void anEntrySaysWhoDidWhatToWhichAndHowItWasBeforeAndAfter() {
		record(Action.done("replay.pause", "commits.csv", "running", "paused"));
		assertThat(this.jdbc
			.sql("select concat_ws('|', actor, action, subject, state_before, state_after, result) from audit")
			.query(String.class)
			.single()).isEqualTo("ann|replay.pause|commits.csv|running|paused|done");
	}

	@Test
	void anActionThatIsRolledBackWasNotDone() {
		this.transaction.executeWithoutResult((status) -> {
			this.audit.record(Action.done("replay.pause", "commits.csv", "running", "paused"));
			status.setRollbackOnly();
		});
		assertThat(this.jdbc.sql("select count(*) from audit").query(Long.class).single()).isZero();
	}

	@Test
	void withoutATransactionNothingIsEntered() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.audit.record(Action.done("replay.pause", "commits.csv", "running", "paused")));
	}

	@Test
	void thePageShowsTheLatestFirstAndFilters() throws Exception {
		record(Action.done("replay.pause", "commits.csv", "running", "paused"));
		record(Action.refused("replay.resume", "<b>other.csv</b>", "completed", "A completed replay is finished."));
		this.mvc.perform(get("/audit"))
			.andExpect(content().string(containsString("&lt;b&gt;other.csv&lt;/b&gt;")))
			.andExpect(content().string(containsString("A completed replay is finished.")));
		this.mvc.perform(get("/audit").param("q", "PAUSE"))
			.andExpect(content().string(allOf(containsString("commits.csv"), not(containsString("other.csv")))));
		this.mvc.perform(get("/audit").param("q", "50%"))
			.andExpect(content().string(containsString("Nothing matches “50%”.")));
	}

	@Test
	void theSameAddressGivesCsvThatNoSpreadsheetTakesForAFormula() throws Exception {
		record(Action.done("source.upload", "=HYPERLINK(\"http://evil\")", null, "3 rows"));
		this.mvc.perform(get("/audit.csv").param("q", "hyperlink"))
			.andExpect(header().string("Content-Disposition", "attachment; filename=\"audit.csv\""))
			.andExpect(content().string(containsString("at,actor,action,subject,before,after,result")))
			.andExpect(content()
				.string(containsString(",ann,source.upload,\"'=HYPERLINK(\"\"http://evil\"\")\",,3 rows,done")));
	}

	private void record(Action action) {
		this.transaction.executeWithoutResult((status) -> this.audit.record(action));
	}

}
