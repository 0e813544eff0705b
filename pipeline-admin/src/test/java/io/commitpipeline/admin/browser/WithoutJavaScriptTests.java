package io.commitpipeline.admin.browser;

import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator's day in a browser that runs no script.
 */
class WithoutJavaScriptTests extends DemoTest {

	@Test
	void aReplayIsSteeredStoppedAndAnotherOneAskedFor() {
		Page page = stranger(new NewContextOptions().setJavaScriptEnabled(false));
		page.navigate(address("/replay"));
		logIn(page);
		page.locator("#replay-pause").click();
		assertThat(page.locator("#replay-phase")).hasText("pausing");
		page.locator("[name=rows]").fill("7");
		page.locator("#replay-step").click();
		page.locator("#replay-resume").click();
		assertThat(page.locator("#replay-phase")).hasText("running");
		page.locator("#seek-target").fill("row 500");
		page.locator("#seek button").click();
		page.locator(".controls [name=pace]").selectOption("clock");
		page.locator(".controls [name=minutes]").fill("10");
		page.locator("#replay-tempo").click();
		assertThat(page.locator("#replay-asked")).hasText("the month in 10 min");
		assertThat(replay("commits-2025-11.csv")).containsEntry("jump_row", 500L).containsEntry("speed_up", 4320);
		page.locator("#seek-target").fill("tomorrow");
		page.locator("#seek button").click();
		assertThat(page.locator(".notice.bad")).containsText("Not a place in a source");
		page.locator("#replay-stop").click();
		assertThat(replay("commits-2025-11.csv")).containsEntry("command", "start");
		page.locator("#replay-stop-confirm").click();
		assertThat(page.locator("#replay-phase")).hasText("stopping");
		assertThat(page.locator("#replay-resume")).isDisabled();
		this.jdbc.sql("update replays set state = 'stopped', owner = null where command = 'stop'").update();

		page.locator("a", new Page.LocatorOptions().setHasText("team-a/october.csv")).click();
		page.locator(".new-replay [name=pace]").selectOption("max");
		page.locator(".new-replay button").click();
		assertThat(page.locator("#replay-phase")).hasText("waiting");
		assertThat(page.locator("#replay-source")).hasText("team-a/october.csv");
		this.jdbc.sql("delete from replay_commands where replay_id in (select id from replays where state = 'pending')")
			.update();
		assertThat(this.jdbc.sql("delete from replays where state = 'pending'").update()).isOne();
	}

	@Test
	void figuresAreReadSortedFilteredAndAnEventIsDrivenAgain() {
		Page page = open("/", new NewContextOptions().setJavaScriptEnabled(false));
		assertThat(page.locator("#quarantined")).hasText("2");
		assertThat(page.locator(".plot svg")).isVisible();
		page.locator("#freshness a").click();
		page.locator("#places").getByText("Metrics").click();
		page.getByText("Lines +").click();
		assertThat(page.locator("[aria-sort=descending]")).containsText("Lines +");
		page.locator("#filter").fill("person_99");
		page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.locator("tbody a").click();
		page.getByText("As a table").first().click();
		assertThat(page.locator("#days td").first()).isVisible();

		page.locator("#places").getByText("Quarantine").click();
		page.getByText("Re-drive all…").click();
		page.locator(".decide-redrive").click();
		assertThat(page.locator(".notice")).containsText("Asked to re-drive all");
		assertThat(this.jdbc.sql("delete from settlements where requested_by = 'operator'").update()).isOne();
	}

	private Map<String, Object> replay(String source) {
		return this.jdbc.sql("select * from replays where source = ?").param(source).query().singleRow();
	}

}
