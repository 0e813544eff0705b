package io.commitpipeline.admin.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.commitpipeline.admin.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The replay page, without a producer behind it: what is asked for reaches the database.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReplayPageTests {

	private static final TestDatabase database = new TestDatabase().withDemo(1000);

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
	void run() {
		this.jdbc.sql("""
				update replays set command = 'start', state = 'running', owner = 'producer-1',
					lease_until = now() + interval '1 hour' where source = 'commits-2025-11.csv'
				""").update();
	}

	@AfterEach
	void closeContext() {
		this.context.close();
	}

	@Test
	void aClickOnTheTimelineSeeksThere() {
		Page page = open(true);
		Locator bars = page.locator("#timeline svg.bars");
		assertThat(bars).isVisible();
		bars.click();
		assertThat(page.locator("#seek-target")).isEmpty();
		assertThat((Integer) replay().get("jump_time")).isBetween(15 * 1440 - 300, 15 * 1440 + 300);
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void thePositionMovesByItself() {
		Page page = open(true);
		assertThat(page.locator("#replay-time")).hasText("day 23, 18:20");
		this.jdbc.sql("update runs set commit_time = 1505").update();
		assertThat(page.locator("#replay-time")).hasText("day 2, 01:05");
		assertThat(page.locator("#timeline line")).hasAttribute("x1", "34");
		this.jdbc.sql("update runs set commit_time = 32780").update();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void aSourceThatIsChosenShowsItsBadRowsAndIsReadyToBeReplayed() {
		Page page = open(true);
		page.locator("a", new Page.LocatorOptions().setHasText("commits-2025-11.csv")).click();
		assertThat(page.locator("form.new-replay [name=source]")).hasValue("commits-2025-11.csv");
		assertThat(page.getByText("expected 8 columns, found 7").last()).isVisible();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void allOfItWorksWithoutJavaScriptAndStoppingIsAskedTwice() {
		Page page = open(false);
		page.locator("#replay-pause").click();
		assertThat(page.locator("#replay-phase")).hasText("pausing");
		page.locator("[name=rows]").fill("7");
		page.locator("#replay-step").click();
		page.locator("#seek-target").fill("row 500");
		page.locator("#seek button").click();
		page.locator(".controls [name=pace]").selectOption("clock");
		page.locator(".controls [name=minutes]").fill("10");
		page.locator("#replay-tempo").click();
		assertThat(page.locator("#replay-asked")).hasText("the month in 10 min");
		assertThat(replay()).containsEntry("jump_row", 500L).containsEntry("speed_up", 4320);
		page.locator("#seek-target").fill("tomorrow");
		page.locator("#seek button").click();
		assertThat(page.locator(".notice.bad")).containsText("Not a place in a source");
		page.locator("#replay-stop").click();
		assertThat(replay()).containsEntry("command", "pause");
		page.locator("#replay-stop-confirm").click();
		assertThat(page.locator("#replay-phase")).hasText("stopping");
		assertThat(page.locator("#replay-resume")).isDisabled();
	}

	@ParameterizedTest
	@CsvSource({ "1440, LIGHT", "390, DARK" })
	void everyoneCanUseItOnAnyScreen(int width, ColorScheme scheme) {
		Page page = open(new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
		assertThat(page.locator("#freshness")).hasText("live");
		page.screenshot(new ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target/screenshots/replay-" + width + "-" + scheme + ".png")));
		assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		assertThat(new AxeBuilder(page).analyze().getViolations())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
			.isEmpty();
		assertThat(this.complaints).isEmpty();
	}

	private Page open(boolean javaScript) {
		return open(new NewContextOptions().setJavaScriptEnabled(javaScript));
	}

	private Page open(NewContextOptions options) {
		this.context = browsers.browser().newContext(options);
		this.context.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.complaints.add(message.text());
			}
		});
		Page page = Console.logIn(this.context, this.port);
		page.navigate("http://127.0.0.1:" + this.port + "/replay");
		return page;
	}

	private Map<String, Object> replay() {
		return this.jdbc.sql("select * from replays where source = 'commits-2025-11.csv'").query().singleRow();
	}

}
