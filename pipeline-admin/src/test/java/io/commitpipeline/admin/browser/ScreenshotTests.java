package io.commitpipeline.admin.browser;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.commitpipeline.admin.DemoProducer;
import io.commitpipeline.admin.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures of the console for the documentation, in {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ScreenshotTests {

	private static final TestDatabase database = new TestDatabase().withDemo(200_000);

	private static DemoProducer producer;

	private static Browsers browsers;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		database.register(registry);
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
	@EnumSource(names = { "LIGHT", "DARK" })
	void everyoneCanUseIt(ColorScheme scheme) {
		try (BrowserContext context = browsers.browser().newContext(new NewContextOptions().setColorScheme(scheme))) {
			Page page = context.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/login?error");
			assertThatEveryoneCanUse(page);
			assertThatEveryoneCanUse(Console.logIn(context, this.port));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK" })
	void theOverviewFitsTheScreen(int width, ColorScheme scheme) {
		NewContextOptions options = new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
		try (BrowserContext context = browsers.browser().newContext(options)) {
			Page page = Console.logIn(context, this.port);
			assertThat(page.locator("#freshness")).hasText("live");
			assertThat(page.locator("#replay-rate")).hasText(Pattern.compile("[1-9].*/s"));
			page.screenshot(new ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/screenshots/overview-" + width + "-" + scheme + ".png")));
			assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		}
	}

	private static void assertThatEveryoneCanUse(Page page) {
		assertThat(new AxeBuilder(page).analyze().getViolations())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
			.isEmpty();
	}

}
