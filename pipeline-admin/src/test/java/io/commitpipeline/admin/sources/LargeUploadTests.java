package io.commitpipeline.admin.sources;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.local.datalake.LocalDataLake;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An upload by HTTP, as a browser without scripts makes it. It waits where the lake is
 * behind: what is on the way is in no memory and on no disk of the console.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pipeline.uploads.block-size=1MB")
@ConsoleTest
class LargeUploadTests {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final int LARGE = 100 << 20;

	/** Two blocks, and what sockets hold. */
	private static final int ON_THE_WAY = 8 << 20;

	private static Path directory;

	private static LocalDataLake lake;

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	@BeforeAll
	static void lake(LocalDataLake started) {
		lake = started;
		directory = started.directory();
	}

	@Test
	void aLargeFileGoesThroughASmallBound() throws Exception {
		String answer = upload("large.csv", logIn(), LARGE, LargeUploadTests::awaitTheLake).body();
		assertThat(answer).contains("large.csv is in the lake.");
		try (InputStream stored = Files.newInputStream(directory.resolve("sources/large.csv"))) {
			assertThat(stored).hasSameContentAs(new Content(LARGE, (sent) -> {
			}));
		}
	}

	@Test
	void aFormWithAnotherTokenIsRefused() throws Exception {
		logIn();
		assertThat(upload("forged.csv", "forged", 100_000, (sent) -> {
		}).statusCode()).isEqualTo(HttpStatus.FORBIDDEN.value());
		assertThat(directory.resolve("sources/forged.csv")).doesNotExist();
	}

	private HttpResponse<String> upload(String name, String token, int size, LongConsumer sent) throws Exception {
		Form form = new Form(token, name);
		return this.http.send(to("/sources").header("Content-Type", Form.CONTENT_TYPE)
			.POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> form.body(new Content(size, sent))),
					form.length(size)))
			.build(), BodyHandlers.ofString());
	}

	/** Holds the sender back until the lake has all but a little. */
	private static void awaitTheLake(long sent) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> inTheLake() >= sent - ON_THE_WAY);
	}

	private static long inTheLake() throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	/**
	 * @return the token of the page's forms
	 */
	private String logIn() throws Exception {
		String form = "username=operator&password=open+sesame&_csrf=" + token("/login");
		this.http.send(to("/login").header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.discarding());
		return token("/replay");
	}

	private String token(String path) throws Exception {
		Matcher token = TOKEN.matcher(this.http.send(to(path).build(), BodyHandlers.ofString()).body());
		assertThat(token.find()).as("a form's token in " + path).isTrue();
		return token.group(1);
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	/** Bytes that differ from place to place. */
	private static final class Content extends InputStream {

		private final int size;

		private final LongConsumer sent;

		private int position;

		Content(int size, LongConsumer sent) {
			this.size = size;
			this.sent = sent;
		}

		@Override
		public int read() {
			if (this.position == this.size) {
				return -1;
			}
			if (this.position % ON_THE_WAY == 0) {
				this.sent.accept(this.position);
			}
			return (this.position++ * 31 >>> 7) & 0x7f;
		}

	}

}
