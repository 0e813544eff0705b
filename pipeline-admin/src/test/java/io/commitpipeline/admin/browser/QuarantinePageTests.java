package io.commitpipeline.admin.browser;

import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator decides about quarantined events, in two steps, without a processor
 * that carries it out.
 */
class QuarantinePageTests extends DemoTest {

	private static final String EVENT = "/quarantine/event?partition=2&incarnation=1&sequence=5001";

	@AfterEach
	void forgetDecisions() {
		this.jdbc.sql("delete from settlements where requested_by = 'operator'").update();
	}

	@Test
	void oneEventIsDrivenAgainAndItsResultShown() {
		Page page = open(EVENT);
		page.getByText("Re-drive it…").click();
		assertThat(decisions()).isEmpty();
		page.locator(".decide-redrive").click();
		assertThat(page.locator(".notice")).containsText("Asked to re-drive");
		assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("operator"))).containsText("pending");
		assertThat(decisions()).containsExactly("redrive event 5001 of null, null");
		this.jdbc.sql(
				"update settlements set done_at = now(), result = '1 of 1 is counted now.', counted = 1 where done_at is null")
			.update();
		page.reload();
		assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("operator")))
			.containsText("1 of 1 is counted now.");
	}

	@Test
	void allAreDrivenAgainTogether() {
		Page page = open("/quarantine");
		page.getByText("Re-drive all…").click();
		page.locator(".decide-redrive").click();
		assertThat(page.locator(".notice")).containsText("Asked to re-drive");
		assertThat(decisions()).containsExactly("redrive event null of null, null");
	}

	@Test
	void theEventsOfOneReasonAreDiscardedWithAReason() {
		Page page = open("/quarantine");
		page.getByText("author: missing", new Page.GetByTextOptions().setExact(true)).click();
		page.getByText("Discard all of these…").click();
		page.locator("button.danger").click();
		assertThat(page.locator("[name=comment]:invalid")).isVisible();
		assertThat(decisions()).isEmpty();
		page.getByLabel("Why").fill("from a test tool");
		page.locator("button.danger").click();
		assertThat(page.locator(".notice")).containsText("Asked to discard");
		assertThat(decisions()).containsExactly("discard event null of author: missing, from a test tool");
	}

	private List<String> decisions() {
		return this.jdbc.sql("""
				select format('%s event %s of %s, %s', action, coalesce(sequence_number::text, 'null'),
					coalesce(reason_group, 'null'), coalesce(comment, 'null'))
				from settlements where requested_by = 'operator'
				""").query(String.class).list();
	}

}
