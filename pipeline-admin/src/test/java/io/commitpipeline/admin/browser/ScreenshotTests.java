package io.commitpipeline.admin.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.commitpipeline.admin.DemoProducer;
import io.commitpipeline.admin.TestDatabase;
import io.commitpipeline.admin.TestLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page on every screen: it fits, everyone can use it, it says nothing about its
 * policy being broken; and pictures for the documentation, in {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ScreenshotTests {

	private static final TestDatabase database = new TestDatabase().withDemo(200_000);

	private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(Map.entry("overview", "/?range=1h"),
			Map.entry("replay", "/replay"), Map.entry("unusual", "/unusual"),
			Map.entry("metrics", "/metrics?q=person_1"),
			Map.entry("components", "/metrics/components?sort=-mean_entropy"), Map.entry("hours", "/metrics/hours"),
			Map.entry("entropy", "/metrics/entropy"), Map.entry("author", "/metrics/author?name=person_7"),
			Map.entry("partitions", "/partitions"), Map.entry("quarantine", "/quarantine"),
			Map.entry("quarantine-events", "/quarantine/events?group=entropy:+expected+a+number"),
			Map.entry("quarantine-event", "/quarantine/event?partition=2&incarnation=1&sequence=5000"),
			Map.entry("archive", "/archive"), Map.entry("archive-file", "/archive/file?name=" + archivedFile()),
			Map.entry("database", "/database"), Map.entry("audit", "/audit")));

	private static final int DESKTOP = 1440;

	private static DemoProducer producer;

	private static Browsers browsers;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		database.register(registry);
	}

	private static String archivedFile() {
		String name = database.jdbc()
			.sql("select name from archive_files order by name limit 1")
			.query(String.class)
			.single();
		long bytes = TestLake.archive(name, 25_000);
		database.jdbc().sql("update archive_files set bytes = ? where name = ?").params(bytes, name).update();
		return name;
	}

	@BeforeAll
	static void openBrowser() {
		browsers = Browsers.open();
		producer = new DemoProducer(database);
	}

	@AfterAll
	static void closeBrowser() {
		if (browsers != null) {
			producer.close();
			browsers.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK" })
	void everyPageFitsTheScreenAndEveryoneCanUseIt(int width, ColorScheme scheme) {
		NewContextOptions options = new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
		try (BrowserContext context = browsers.browser().newContext(options)) {
			Complaints complaints = Complaints.of(context);
			List<String> problems = new ArrayList<>();
			Page page = Console.logIn(context, this.port);
			PAGES.forEach((name, path) -> {
				page.navigate("http://127.0.0.1:" + this.port + path);
				if (page.locator("#error").count() > 0) {
					problems.add(name + ": " + page.locator("#error").textContent());
				}
				if (name.equals("overview")) {
					assertThat(page.locator("#freshness")).hasText("live");
				}
				String file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
				page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", file)));
				int needed = (int) page.evaluate("document.documentElement.scrollWidth");
				if (needed > width) {
					problems.add(name + " needs " + needed);
				}
				if (width == DESKTOP) {
					violations(page, scheme).forEach((violation) -> problems.add(name + ": " + violation));
				}
			});
			assertThat(problems).isEmpty();
			assertThat(complaints.all()).isEmpty();
		}
	}

	/** In the dark only the colours are others. */
	private static List<String> violations(Page page, ColorScheme scheme) {
		AxeBuilder axe = new AxeBuilder(page);
		return ((scheme == ColorScheme.DARK) ? axe.withRules(List.of("color-contrast")) : axe).analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
			.toList();
	}

}
