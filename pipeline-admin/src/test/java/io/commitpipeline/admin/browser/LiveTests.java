package io.commitpipeline.admin.browser;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that follow the database, also when what carries their stream does not.
 */
class LiveTests extends DemoTest {

	private static final String DUPLICATES = "update event_outcomes set duplicates = ? where partition_id = 0";

	@AfterEach
	void noDuplicates() {
		duplicates(0);
	}

	@Test
	void figuresFollowTheDatabaseByThemselves() {
		Page page = open("/");
		assertThat(page.locator("#freshness")).hasText("live");
		page.evaluate("window.stillTheSamePage = true");
		duplicates(1000);
		assertThat(page.locator("#duplicates")).hasText("1,001");
		duplicates(4);
		assertThat(page.locator("#duplicates")).hasText("5");
		assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
	}

	@Test
	void aRefreshKeepsTheFocusOnTheButton() {
		Page page = open("/");
		assertThat(page.locator("#freshness")).hasText("live");
		page.locator("#replay-pause").focus();
		this.jdbc.sql("update runs set next_row = next_row + 1").update();
		duplicates(7);
		assertThat(page.locator("#duplicates")).hasText("8");
		assertThat(page.locator("#replay-pause")).isFocused();
	}

	@Test
	void aRefreshScrollsNothing() {
		Page page = open("/?range=24h", new NewContextOptions().setViewportSize(390, 600));
		assertThat(page.locator("#freshness")).hasText("live");
		page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
		page.evaluate("document.querySelectorAll('.scroll').forEach(box => box.scrollTo(40, 200))");
		page.evaluate("scrollTo(0, 1500)");
		Object before = page.evaluate(SCROLLED);
		this.jdbc.sql("update commits_by_minute set commits = commits + 1").update();
		this.jdbc.sql("update path_minutes set lag_events = lag_events + 1").update();
		duplicates(3);
		assertThat(page.locator("#duplicates")).hasText("4");
		assertThat(page.evaluate(SCROLLED)).isEqualTo(before).asString().contains("1500", "200");
	}

	@Test
	void aStreamThatIsCutIsOpenedAgainOnTheSamePage() {
		try (UnreliableProxy proxy = new UnreliableProxy(this.port)) {
			Page page = openThrough(proxy);
			proxy.cut();
			duplicates(20);
			assertThat(page.locator("#duplicates")).hasText("21");
			assertThat(page.locator("#freshness")).hasText("live");
			assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
		}
	}

	@Test
	void aConsoleThatIsAwayIsCalledDisconnectedUntilItIsBack() {
		try (UnreliableProxy proxy = new UnreliableProxy(this.port)) {
			Page page = openThrough(proxy);
			proxy.refuse(true);
			assertThat(page.locator("#freshness")).hasText("disconnected");
			duplicates(30);
			proxy.refuse(false);
			assertThat(page.locator("#duplicates")).hasText("31");
			assertThat(page.locator("#freshness")).hasText("live");
			assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
		}
	}

	@Test
	void aStreamThatIsSilentSaysHowOldThePageIs() {
		try (UnreliableProxy proxy = new UnreliableProxy(this.port)) {
			Page page = openThrough(proxy);
			proxy.holdBack();
			assertThat(page.locator("#freshness")).hasText(Pattern.compile("[5-9] s old"));
			proxy.goOn();
			assertThat(page.locator("#freshness")).hasText("live");
		}
	}

	@Test
	void aHiddenTabRestsAndCatchesUpWhenItIsShownAgain() {
		Page page = open("/");
		assertThat(page.locator("#freshness")).hasText("live");
		AtomicInteger streams = new AtomicInteger();
		page.onRequest((request) -> streams.addAndGet(request.url().contains("/live/") ? 1 : 0));
		show(page, false);
		assertThat(page.locator("#freshness")).hasText("disconnected");
		duplicates(40);
		show(page, true);
		assertThat(page.locator("#duplicates")).hasText("41");
		assertThat(page.locator("#freshness")).hasText("live");
		assertThat(streams).hasValue(1);
		forgive("[object Event]");
	}

	private static final String SCROLLED = """
			scrollY + ': ' + Array.from(document.querySelectorAll('.scroll'), box => box.scrollLeft + '/' + box.scrollTop)
			""";

	/** That streams end is what the browser complains of there. */
	private Page openThrough(UnreliableProxy proxy) {
		forgive("ERR_");
		forgive("[object Event]");
		Page page = open("/");
		page.navigate("http://127.0.0.1:" + proxy.port() + "/");
		assertThat(page.locator("#freshness")).hasText("live");
		page.evaluate("window.stillTheSamePage = true");
		return page;
	}

	private void duplicates(int number) {
		this.jdbc.sql(DUPLICATES).param(number).update();
	}

	private static void show(Page page, boolean visible) {
		page.evaluate("visible => Object.defineProperty(document, 'hidden', { value: !visible, configurable: true })",
				visible);
		page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
	}

}
