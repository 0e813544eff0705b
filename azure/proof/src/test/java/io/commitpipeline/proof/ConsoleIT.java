package io.commitpipeline.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.commitpipeline.admin.browser.Browsers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.commitpipeline.proof.PipelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator with a browser, in front of the packaged applications.
 */
class ConsoleIT {

	@TempDir
	private Path directory;

	@Test
	void theOperatorLogsInSeesCommitsArrivePausesStepsSeeksAndStops() {
		Pipeline pipeline = Pipeline.in(this.directory);
		try (Browsers browsers = Browsers.open()) {
			Pipeline.Running running = pipeline.start("--rate", "200");
			awaitConsole(running);
			Page page = browsers.browser().newPage();
			logIn(page, pipeline.settings());

			assertThat(page.locator("#replay-phase")).hasText("running");
			awaitMoreThan(page, "#received", 0);
			awaitMoreThan(page, "#counted", number(page, "#counted"));

			page.navigate(pipeline.settings().get("CONSOLE_URL") + "/replay");
			page.locator("#replay-pause").click();
			assertThat(page.locator("#replay-phase")).hasText("paused");
			long sent = number(page, "#replay-position");
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> counted(pipeline), (counted) -> counted == sent);

			page.locator("[name=rows]").fill("50");
			page.locator("#replay-step").click();
			assertThat(page.locator("#replay-position")).hasText("%,d".formatted(sent + 50));
			assertThat(page.locator("#replay-phase")).hasText("paused");

			page.locator(".controls [name=pace]").selectOption("max");
			page.locator("#replay-tempo").click();
			page.locator("#seek-target").fill("day 30, 23:00");
			page.locator("#seek button").click();
			assertThat(page.locator("#replay-runs")).hasText("2, by seek");
			assertThat(page.locator("#replay-time")).containsText("day 30, 23:");
			assertThat(page.locator("#replay-position")).hasText("0");

			page.locator("#replay-resume").click();
			assertThat(page.locator("#replay-phase")).hasText("completed");

			page.locator("#replay-again").click();
			assertThat(page.locator("#replay-phase")).hasText("running");
			page.locator("#replay-stop").click();
			page.locator("#replay-stop-confirm").click();
			assertThat(page.locator("#replay-phase")).hasText("stopped");

			uploadALogWithABadRow(page);

			running.process().destroy();
			assertThat(pipeline.outcome(running).exitCode()).isNotZero();
			assertThat(pipeline).hasLeftNothingRunning();
		}
	}

	/** The producer reads it and says where it is wrong. */
	private static void uploadALogWithABadRow(Page page) {
		String log = """
				commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message
				c_1,ann,1,services/billing/a.py,1,0,0.5,fix
				c_2,ann,2,services/billing/a.py,many,0,0.5,fix
				""";
		page.locator("input[type=file]")
			.setInputFiles(new FilePayload("flawed.csv", "text/csv", log.getBytes(StandardCharsets.UTF_8)));
		page.locator(".upload button").click();
		Locator source = page.locator("tr", new Page.LocatorOptions().setHasText("flawed.csv"));
		assertThat(source.locator(".badge")).hasText("flawed");
		source.locator("a").first().click();
		Locator row = page.locator("#chosen tbody tr");
		assertThat(row).hasCount(1);
		assertThat(row.locator("td").nth(0)).hasText("3");
		assertThat(row.locator("td").nth(1)).hasText("lines_added");
		assertThat(row).containsText("found 'many'");
	}

	private static void awaitConsole(Pipeline.Running running) {
		Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
			assertThat(running.process().isAlive()).as("the run goes on").isTrue();
			return Files.readString(running.out()).contains("Console: ");
		});
	}

	private static void logIn(Page page, Map<String, String> settings) {
		page.navigate(settings.get("CONSOLE_URL"));
		page.getByLabel("Name").fill(settings.get("CONSOLE_USER"));
		page.getByLabel("Password").fill(settings.get("CONSOLE_PASSWORD"));
		page.locator("#login button").click();
	}

	private static void awaitMoreThan(Page page, String figure, long value) {
		Awaitility.await()
			.alias(figure + " above " + value)
			.atMost(Duration.ofSeconds(60))
			.pollInSameThread()
			.until(() -> number(page, figure) > value);
	}

	private static long number(Page page, String figure) {
		return Long.parseLong(page.locator(figure).textContent().strip().replace(",", ""));
	}

	private static long counted(Pipeline pipeline) {
		return Metrics.of(pipeline.settings()).commitsByTable().get("commits_by_minute");
	}

}
