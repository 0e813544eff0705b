package io.commitpipeline.admin.browser;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.commitpipeline.admin.DemoProducer;
import io.commitpipeline.admin.TestLake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page that there is, on a desktop and on a phone: it fits, nothing on it jumps,
 * and everyone can use it; and pictures for the documentation, in
 * {@code target/screenshots}.
 */
class EveryPageTests extends DemoTest {

	private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(Map.entry("overview", "/?range=1h"),
			Map.entry("replay", "/replay?source=commits-2025-11.csv"), Map.entry("unusual", "/unusual"),
			Map.entry("unusual-author", "/unusual/author?name=person_9"), Map.entry("metrics", "/metrics?q=person_1"),
			Map.entry("components", "/metrics/components?sort=-mean_entropy"), Map.entry("hours", "/metrics/hours"),
			Map.entry("entropy", "/metrics/entropy"), Map.entry("author", "/metrics/author?name=person_7"),
			Map.entry("component", "/metrics/component?name=services/billing"), Map.entry("partitions", "/partitions"),
			Map.entry("quarantine", "/quarantine"),
			Map.entry("quarantine-events", "/quarantine/events?group=entropy:+expected+a+number"),
			Map.entry("quarantine-event", "/quarantine/event?partition=2&incarnation=1&sequence=5001"),
			Map.entry("archive", "/archive"),
			Map.entry("archive-day", "/archive?date=" + archivedFile().substring(13, 23)),
			Map.entry("archive-file", "/archive/file?name=" + archivedFile()), Map.entry("database", "/database"),
			Map.entry("audit", "/audit"), Map.entry("login", "/login"), Map.entry("error", "/no-such-page")));

	private static final int DESKTOP = 1440;

	private static final int PHONE = 390;

	/** What is further down says no more. */
	private static final int MOST_HEIGHT = 1200;

	private static DemoProducer producer;

	@Autowired
	private Map<String, RequestMappingHandlerMapping> mappings;

	@BeforeAll
	static void produce() {
		producer = new DemoProducer(azure.postgres());
	}

	@AfterAll
	static void stopProducing() {
		producer.close();
	}

	@Test
	void noPageIsForgotten() {
		Set<String> listed = PAGES.values()
			.stream()
			.map((path) -> path.replaceFirst("\\?.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> mapped = new TreeSet<>(Set.of("/no-such-page"));
		this.mappings.get("requestMappingHandlerMapping").getHandlerMethods().forEach((mapping, handler) -> {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
					&& handler.getMethod().getReturnType() == String.class) {
				mapped.addAll(mapping.getPatternValues());
			}
		});
		assertThat(listed).isEqualTo(mapped).hasSizeGreaterThan(15);
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void everyPageFitsTheScreenKeepsStillAndEveryoneCanUseIt(ColorScheme scheme) {
		Page page = open("/", new NewContextOptions().setViewportSize(DESKTOP, 900).setColorScheme(scheme));
		Checks checks = new Checks(page, scheme == ColorScheme.DARK);
		PAGES.forEach((name, path) -> {
			page.setViewportSize(DESKTOP, 900);
			page.navigate(address(path));
			if (page.locator("#error").count() > 0 != name.equals("error")) {
				checks.complain(name + " is in error: " + page.locator("main").textContent());
			}
			if (page.locator("#freshness").count() > 0) {
				assertThat(page.locator("#freshness")).hasText("live");
			}
			checks.jumps(name);
			checks.fits(name, DESKTOP);
			checks.usable(name);
			picture(page, name, DESKTOP, scheme);
			page.setViewportSize(PHONE, 844);
			checks.fits(name, PHONE);
			picture(page, name, PHONE, scheme);
		});
		assertThat(checks.problems()).isEmpty();
		forgive("/no-such-page");
	}

	private static void picture(Page page, String name, int width, ColorScheme scheme) {
		String file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
		int height = Math.min(MOST_HEIGHT, (int) page.evaluate("document.documentElement.scrollHeight"));
		page.screenshot(new ScreenshotOptions().setFullPage(true)
			.setClip(0, 0, width, height)
			.setPath(Path.of("target/screenshots", file)));
	}

	private static String archivedFile() {
		String name = JdbcClient.create(azure.postgres().dataSource())
			.sql("select name from archive_files order by name limit 1")
			.query(String.class)
			.single();
		long bytes = new TestLake(azure.dataLake()).archive(name, 25_000);
		JdbcClient.create(azure.postgres().dataSource())
			.sql("update archive_files set bytes = ? where name = ?")
			.params(bytes, name)
			.update();
		return name;
	}

}
