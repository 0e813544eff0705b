package io.commitpipeline.admin.browser;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The replay page, without a producer behind it: what is asked for reaches the database.
 */
class ReplayPageTests extends DemoTest {

	@Test
	void aClickOnTheTimelineSeeksThere() {
		Page page = open("/replay");
		Locator bars = page.locator("#timeline svg.bars");
		assertThat(bars).isVisible();
		bars.click();
		assertThat(page.locator("#seek-target")).isEmpty();
		assertThat((Integer) replay().get("jump_time")).isBetween(15 * 1440 - 300, 15 * 1440 + 300);
	}

	@Test
	void thePositionMovesByItself() {
		Page page = open("/replay");
		assertThat(page.locator("#replay-time")).hasText("day 23, 18:20");
		this.jdbc.sql("update runs set commit_time = 1505").update();
		assertThat(page.locator("#replay-time")).hasText("day 2, 01:05");
		assertThat(page.locator("#timeline line")).hasAttribute("x1", "34");
		this.jdbc.sql("update runs set commit_time = 32780").update();
	}

	@Test
	void aSourceThatIsChosenShowsItsBadRowsAndIsReadyToBeReplayed() {
		Page page = open("/replay");
		page.locator("a", new Page.LocatorOptions().setHasText("commits-2025-11.csv")).click();
		assertThat(page.locator("form.new-replay [name=source]")).hasValue("commits-2025-11.csv");
		assertThat(page.getByText("expected 8 columns, found 7").last()).isVisible();
	}

	@Test
	void stoppingIsAskedTwice() {
		Page page = open("/replay");
		assertThat(page.locator("#replay-stop-confirm")).isHidden();
		page.locator("#replay-stop").click();
		assertThat(page.locator("#freshness")).hasText("live");
		assertThat(page.locator("#replay-stop-confirm")).isVisible();
		assertThat(replay()).containsEntry("command", "start");
		page.locator("#replay-stop-confirm").click();
		assertThat(page.locator("#replay-phase")).hasText("stopping");
		assertThat(replay()).containsEntry("command", "stop");
	}

	private Map<String, Object> replay() {
		return this.jdbc.sql("select * from replays where source = 'commits-2025-11.csv'").query().singleRow();
	}

}
