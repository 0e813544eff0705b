package io.commitpipeline.admin.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages before anything has happened: they say what to do.
 */
@ConsoleTest
class EmptyPagesTests extends BrowserTest {

	@Test
	void everyPageSaysWhatToDoFitsAPhoneAndEveryoneCanUseIt() {
		Page page = open("/", new NewContextOptions().setViewportSize(390, 844));
		Checks checks = new Checks(page, false);
		page.locator("#places a").all().stream().map((place) -> place.getAttribute("href")).toList().forEach((path) -> {
			page.navigate(address(path));
			assertThat(page.locator("h1").first()).not().hasText("That did not work");
			checks.jumps(path);
			checks.fits(path, 390);
			checks.usable(path);
		});
		page.navigate(address("/"));
		page.getByText("Choose a commit log and start one.").click();
		page.waitForURL(address("/replay"));
		assertThat(page.locator("main")).containsText("No replay yet. Upload a commit log below, or choose one");
		assertThat(checks.problems()).isEmpty();
	}

}
