package io.commitpipeline.admin.browser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.commitpipeline.admin.TestLake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commit logs that an operator uploads, without a producer that reads them.
 */
class UploadPageTests extends DemoTest {

	private static final byte[] LOG = """
			commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message
			c_1,ann,1,services/billing/a.py,1,0,0.5,fix
			c_2,ann,2,services/billing/a.py,many,0,0.5,fix
			""".getBytes(StandardCharsets.UTF_8);

	@AfterEach
	void forgetTheLog() {
		this.jdbc.sql("delete from sources where path = 'uploaded.csv'").update();
	}

	@Test
	void aLogIsInTheLakeAndItsBadRowsAreShownAsSoonAsTheyAreKnown() {
		Page page = open("/replay");
		upload(page, "uploaded.csv", LOG);
		assertThat(page.locator(".notice"))
			.hasText("uploaded.csv is in the lake. The producer reads it within seconds.");
		assertThat(page.locator(".new-replay [name=source]")).hasValue("uploaded.csv");
		assertThat(inTheLake("uploaded.csv")).isEqualTo(LOG);
		inspect("uploaded.csv");
		Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("uploaded.csv"));
		assertThat(row).containsText("flawed");
		row.locator("a").click();
		assertThat(page.locator("#chosen tbody tr")).hasCount(1);
		assertThat(page.locator("#chosen tbody td")).hasText(
				new String[] { "3", "lines_added", "expected a whole number from 0 to 2147483647, found \"many\"" });
	}

	@Test
	void aFileThatIsTooLargeIsNotEvenSent() {
		Page page = open("/replay");
		page.onRequest((request) -> assertThat(request.method()).isEqualTo("GET"));
		upload(page, "large.csv", new byte[200_000]);
		assertThat(page.locator("input[type=file]:invalid")).isVisible();
		assertThat(page.locator("input[type=file]").evaluate("input => input.validationMessage"))
			.isEqualTo("The file is too large to be uploaded.");
	}

	@Test
	void withoutJavaScriptTheServerSaysThatAFileIsTooLarge() {
		Page page = open("/replay", new NewContextOptions().setJavaScriptEnabled(false));
		upload(page, "large.csv", new byte[200_000]);
		assertThat(page.locator("main")).containsText("The file is too large to be uploaded.");
		forgive("413");
		assertThat(new TestLake(azure.dataLake()).client()
			.getFileSystemClient("sources")
			.getFileClient("large.csv")
			.exists()).isFalse();
	}

	private static void upload(Page page, String name, byte[] content) {
		page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
		page.locator(".upload button").click();
	}

	private static byte[] inTheLake(String name) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		new TestLake(azure.dataLake()).client().getFileSystemClient("sources").getFileClient(name).read(content);
		return content.toByteArray();
	}

	/** As the producer does. */
	private void inspect(String path) {
		this.jdbc.sql("""
				insert into sources (path, version, bytes, modified_at, inspected_version, inspected_at, fingerprint,
					valid_rows, rejected_rows, first_time, last_time, activity_step, activity)
				values (?, '1', 170, now(), '1', now(), 'ef', 1, 1, 1, 1, 60, '{1}')
				""").param(path).update();
		this.jdbc.sql("""
				insert into source_rejections
				values (?, 3, 'lines_added', 'expected a whole number from 0 to 2147483647, found "many"')
				""").param(path).update();
	}

}
