package io.commitpipeline.admin.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser in front of a console. What the browser complains of (an error, a thing that
 * the policy forbids) fails the test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pipeline.uploads.max-size=64KB")
@ExtendWith(OneBrowser.class)
abstract class BrowserTest {

	/** The cookies of somebody who has logged in, by the console's port. */
	private static final Map<Integer, String> sessions = new HashMap<>();

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private final List<String> forgiven = new ArrayList<>();

	private final List<BrowserContext> contexts = new ArrayList<>();

	@LocalServerPort
	int port;

	private Browser browser;

	@BeforeEach
	void begin(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void end() {
		this.contexts.forEach(BrowserContext::close);
		assertThat(this.complaints).noneMatch((complaint) -> this.forgiven.stream().noneMatch(complaint::contains));
	}

	/**
	 * An operator's page.
	 */
	Page open(String path) {
		return open(path, new NewContextOptions());
	}

	Page open(String path, NewContextOptions options) {
		Page page = stranger(options.setStorageState(sessions.computeIfAbsent(this.port, (port) -> session())));
		page.navigate(address(path));
		return page;
	}

	private String session() {
		Page page = stranger(new NewContextOptions());
		page.navigate(address("/login"));
		logIn(page);
		return page.context().storageState();
	}

	/**
	 * A page of somebody who has not logged in.
	 */
	Page stranger(NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options);
		this.contexts.add(context);
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.complaints.add(message.page().url() + ": " + message.text());
			}
		});
		context.onWebError((error) -> this.complaints.add(error.error()));
		return context.newPage();
	}

	static void logIn(Page page) {
		page.getByLabel("Name").fill("operator");
		page.getByLabel("Password").fill("open sesame");
		page.locator("#login button").click();
		page.locator("#places").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	/**
	 * What the test provokes is no complaint.
	 */
	void forgive(String part) {
		this.forgiven.add(part);
	}

}
