package io.commitpipeline.admin.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables: filtered, sorted, shared by their address, looked into, taken along as CSV.
 */
class TableTests extends DemoTest {

	@Test
	void whatIsFilteredAndSortedIsTheSameAsCsv() throws IOException {
		Page page = open("/metrics");
		page.keyboard().press("/");
		page.keyboard().type("person_1");
		page.keyboard().press("Enter");
		page.getByText("Mean entropy").click();
		page.waitForURL(address("/metrics?q=person_1&sort=-mean_entropy"));
		Download download = page.waitForDownload(() -> page.locator("a.export").click());
		assertThat(download.suggestedFilename()).isEqualTo("authors.csv");
		List<String[]> rows = Files.readAllLines(download.path())
			.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.toList();
		assertThat(rows).extracting((row) -> row[0])
			.containsExactlyElementsOf(names(page))
			.hasSize(12)
			.allMatch((name) -> name.startsWith("person_1"));
		assertThat(rows).extracting((row) -> Double.valueOf(row[5])).isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void aSharedLinkShowsTheSameToAnotherWhoLogsInFirst() {
		Page page = open("/metrics?q=person_1&zone=Asia/Tokyo");
		page.getByText("Lines +").click();
		assertThat(page.locator("[aria-sort=descending]")).containsText("Lines +");
		Page other = stranger(new NewContextOptions());
		other.navigate(page.url());
		logIn(other);
		assertThat(other).hasURL(page.url().replaceFirst("#.*", ""));
		assertThat(other.locator("#zone")).hasValue("Asia/Tokyo");
		assertThat(other.locator("#filter")).hasValue("person_1");
		assertThat(names(other)).isEqualTo(names(page)).hasSize(12);
	}

	@Test
	void anAuthorIsLookedIntoAndLeftAgain() {
		Page page = open("/metrics?run=20000000-0000-0000-0000-000000000001");
		page.getByText("person_7", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator("h1")).hasText("person_7");
		assertThat(page.locator(".plot canvas")).hasCount(3);
		page.locator(".crumb a").click();
		page.waitForURL(address("/metrics?run=20000000-0000-0000-0000-000000000001"));
	}

	private static List<String> names(Page page) {
		return page.locator("tbody td:first-child").allTextContents();
	}

}
