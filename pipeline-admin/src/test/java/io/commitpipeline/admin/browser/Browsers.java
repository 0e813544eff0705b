package io.commitpipeline.admin.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds a browser to test with: Chromium, then Chrome, then what Playwright can download.
 */
public final class Browsers implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

	private static final List<String> INSTALLED = List.of("/usr/bin/chromium", "/usr/bin/google-chrome",
			"/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:/Program Files/Google/Chrome/Application/chrome.exe",
			"C:/Program Files (x86)/Google/Chrome/Application/chrome.exe");

	private final Playwright playwright;

	private final Browser browser;

	private Browsers(Playwright playwright, LaunchOptions options) {
		this.playwright = playwright;
		this.browser = playwright.chromium().launch(options.setArgs(ARGUMENTS));
	}

	/**
	 * Opens the browser; where none can be had the test is skipped, loudly, and fails
	 * under {@code CI=true}.
	 */
	public static Browsers open() {
		PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
		try {
			return installed().map(Browsers::launch).orElseGet(Browsers::download);
		}
		catch (PlaywrightException ex) {
			String line = "NO BROWSER, BROWSER TESTS ARE SKIPPED: install Chromium or Chrome (" + ex.getMessage() + ")";
			if ("true".equals(System.getenv("CI"))) {
				throw new AssertionError(line, ex);
			}
			System.err.println(line);
			return Assumptions.abort(line);
		}
	}

	public Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

	private static Optional<Path> installed() {
		return INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst();
	}

	private static Browsers launch(Path executable) {
		Map<String, String> environment = new HashMap<>(System.getenv());
		environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
		return new Browsers(Playwright.create(new Playwright.CreateOptions().setEnv(environment)),
				new LaunchOptions().setExecutablePath(executable));
	}

	private static Browsers download() {
		return new Browsers(Playwright.create(), new LaunchOptions());
	}

}
