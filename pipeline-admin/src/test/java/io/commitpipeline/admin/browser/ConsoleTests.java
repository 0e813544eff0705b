package io.commitpipeline.admin.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all pages have: the way in and out, keys, colours, the time zone; and the
 * overview.
 */
class ConsoleTests extends DemoTest {

	@Test
	void theOperatorLogsInSeesTheFiguresAndLogsOut() {
		Page page = stranger(new NewContextOptions());
		page.navigate(address("/"));
		logIn(page);
		assertThat(page.locator("#received"))
			.hasText(count("select sum(sequence_number + 1) from progress where path = 'hot'"));
		assertThat(page.locator("#replay-position")).hasText(count("select next_row from runs"));
		assertThat(page.locator(".plot canvas")).hasCount(3);
		assertThat(page.locator("#freshness")).hasText("live");
		page.getByText("Log out").click();
		assertThat(page.getByText("You are logged out.")).isVisible();
	}

	@Test
	void pauseAndResumeReachTheReplay() {
		Page page = open("/");
		page.locator("#replay-pause").click();
		assertThat(page.locator("#replay-phase")).hasText("pausing");
		assertThat(command()).isEqualTo("pause");
		page.locator("#replay-resume").click();
		assertThat(page.locator("#replay-phase")).hasText("running");
		assertThat(command()).isEqualTo("start");
	}

	@Test
	void theThemeIsSwitchedAndStays() {
		Page page = open("/archive");
		Object light = background(page);
		page.getByTitle("Dark").click();
		assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
		assertThat(background(page)).isNotEqualTo(light);
		page.navigate(address("/audit"));
		assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
		page.getByTitle("Light").click();
		assertThat(page.locator("html")).hasAttribute("data-theme", "light");
		assertThat(background(page)).isEqualTo(light);
	}

	@Test
	void theTimeZoneIsChosenAndStandsInTheAddress() {
		Page page = open("/");
		page.locator("#zone").selectOption("Asia/Tokyo");
		page.waitForURL((url) -> url.contains("zone=Asia"));
		assertThat(page.locator("#freshness")).hasText("live");
	}

	@Test
	void gAndALetterGoToEveryPage() {
		Page page = open("/");
		for (Locator place : page.locator("#places a").all()) {
			String letter = place.getAttribute("data-letter");
			String href = place.getAttribute("href");
			page.keyboard().press("g");
			page.keyboard().press(letter);
			page.waitForURL(address(href));
			assertThat(page.locator("#places [aria-current]")).hasAttribute("data-letter", letter);
		}
	}

	@Test
	void theSlashFiltersAFieldKeepsWhatIsTypedAndTheQuestionMarkHelps() {
		Page page = open("/audit");
		page.keyboard().press("/");
		page.keyboard().type("g m ?");
		assertThat(page.locator("#filter")).hasValue("g m ?");
		assertThat(page.locator("#help")).isHidden();
		page.locator("h1").click();
		page.keyboard().press("?");
		assertThat(page.locator("#help")).containsText("filter");
		page.getByText("Close").click();
		assertThat(page.locator("#help")).isHidden();
	}

	private static Object background(Page page) {
		return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
	}

	private String count(String sql) {
		return "%,d".formatted(this.jdbc.sql(sql).query(Long.class).single());
	}

	private String command() {
		return this.jdbc.sql("select command from replays where source = 'commits-2025-11.csv'")
			.query(String.class)
			.single();
	}

}
