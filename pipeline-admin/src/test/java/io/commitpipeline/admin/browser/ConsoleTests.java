package io.commitpipeline.admin.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import io.commitpipeline.admin.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsoleTests {

	private static final TestDatabase database = new TestDatabase().with("seed.sql");

	private static Browsers browsers;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private BrowserContext context;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		database.register(registry);
	}

	@BeforeAll
	static void openBrowser() {
		browsers = Browsers.open();
	}

	@AfterAll
	static void closeBrowser() {
		if (browsers != null) {
			browsers.close();
		}
	}

	@BeforeEach
	void openContext() {
		this.jdbc.sql("update replays set command = 'start', state = 'running'").update();
		openContext(true);
	}

	@AfterEach
	void closeContext() {
		this.context.close();
	}

	@Test
	void theOperatorLogsInAndSeesTheFigures() {
		Page page = Console.logIn(this.context, this.port);
		assertThat(page.locator("#received")).hasText("1,238");
		assertThat(page.locator("#replay-position")).hasText("1,236");
		assertThat(page.locator(".plot canvas")).hasCount(3);
		assertThat(page.locator("#freshness")).hasText("live");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void pauseAndResumeReachTheReplay() {
		Page page = Console.logIn(this.context, this.port);
		page.locator("#replay-pause").click();
		assertThat(page.locator("#replay-phase")).hasText("pausing");
		assertThat(command()).isEqualTo("pause");
		page.locator("#replay-resume").click();
		assertThat(page.locator("#replay-phase")).hasText("running");
		assertThat(command()).isEqualTo("start");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void figuresFollowTheDatabaseByThemselves() {
		Page page = Console.logIn(this.context, this.port);
		assertThat(page.locator("#freshness")).hasText("live");
		page.evaluate("window.stillTheSamePage = true");
		this.jdbc.sql("update event_outcomes set duplicates = duplicates + 1000 where partition_id = 0").update();
		assertThat(page.locator("#duplicates")).hasText("1,005");
		assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
		this.jdbc.sql("update event_outcomes set duplicates = duplicates - 1000 where partition_id = 0").update();
		assertThat(page.locator("#duplicates")).hasText("5");
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void aRefreshKeepsTheFocusOnTheButton() {
		Page page = Console.logIn(this.context, this.port);
		assertThat(page.locator("#freshness")).hasText("live");
		page.locator("#replay-pause").focus();
		this.jdbc.sql("update runs set next_row = next_row + 1").update();
		assertThat(page.locator("#replay-position")).hasText("1,237");
		assertThat(page.locator("#replay-pause")).isFocused();
		this.jdbc.sql("update runs set next_row = next_row - 1").update();
	}

	@Test
	void aHiddenTabRestsAndCatchesUpWhenItIsShownAgain() {
		Page page = Console.logIn(this.context, this.port);
		assertThat(page.locator("#freshness")).hasText("live");
		show(page, false);
		assertThat(page.locator("#freshness")).hasText("disconnected");
		this.jdbc.sql("update runs set rejected_rows = rejected_rows + 40").update();
		show(page, true);
		assertThat(page.getByText("43 rows")).isVisible();
		assertThat(page.locator("#freshness")).hasText("live");
		this.jdbc.sql("update runs set rejected_rows = rejected_rows - 40").update();
		assertThat(page.getByText("3 rows", new Page.GetByTextOptions().setExact(true))).isVisible();
	}

	@Test
	void allOfItWorksWithoutJavaScript() {
		this.context.close();
		openContext(false);
		Page page = Console.logIn(this.context, this.port);
		assertThat(page.locator("#received")).hasText("1,238");
		assertThat(page.locator(".plot svg")).isVisible();
		page.locator("#replay-pause").click();
		assertThat(page.locator("#replay-phase")).hasText("pausing");
		page.locator("#freshness a").click();
		page.getByText("Log out").click();
		assertThat(page.getByText("You are logged out.")).isVisible();
	}

	@Test
	void metricsAreFilteredDrilledIntoAndSharedByTheirAddress() {
		Page page = Console.logIn(this.context, this.port);
		page.keyboard().press("g");
		page.keyboard().press("m");
		page.waitForURL("**/metrics");
		page.keyboard().press("/");
		page.keyboard().type("ann");
		page.keyboard().press("Enter");
		page.waitForURL("**/metrics?q=ann");
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.locator("tbody a").click();
		assertThat(page.locator("h1")).hasText("ann");
		assertThat(page.locator(".plot canvas").first()).isVisible();
		assertThat(page.getByText("990").first()).isVisible();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void theThemeIsSwitchedAndStays() {
		Page page = Console.logIn(this.context, this.port);
		page.getByTitle("Dark").click();
		assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
		page.navigate("http://127.0.0.1:" + this.port + "/audit");
		assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
	}

	@Test
	void theTimeZoneIsChosenAndStandsInTheAddress() {
		Page page = Console.logIn(this.context, this.port);
		page.locator("#zone").selectOption("Asia/Tokyo");
		page.waitForURL((url) -> url.contains("zone=Asia"));
		assertThat(page.locator("#freshness")).hasText("live");
	}

	@Test
	void theHelpOpensByKey() {
		Page page = Console.logIn(this.context, this.port);
		page.keyboard().press("?");
		assertThat(page.locator("#help")).isVisible();
	}

	private void openContext(boolean javaScript) {
		this.context = browsers.browser().newContext(new NewContextOptions().setJavaScriptEnabled(javaScript));
		this.context.onConsoleMessage(this::complain);
		this.context.onWebError((error) -> this.complaints.add(error.error()));
	}

	private static void show(Page page, boolean visible) {
		page.evaluate("visible => Object.defineProperty(document, 'hidden', { value: !visible, configurable: true })",
				visible);
		page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
	}

	private void complain(ConsoleMessage message) {
		if (message.type().equals("error")) {
			this.complaints.add(message.text());
		}
	}

	private String command() {
		return this.jdbc.sql("select command from replays").query(String.class).single();
	}

}
