package io.commitpipeline.admin.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser has to fetch before it can show the first page.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ConsoleTest
class WeightTests {

	private static final int MOST_BYTES = 60 * 1024;

	private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js))\"");

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient browser = HttpClient.newBuilder()
		.followRedirects(HttpClient.Redirect.ALWAYS)
		.cookieHandler(new CookieManager())
		.build();

	@LocalServerPort
	private int port;

	@Test
	void scriptsAndStylesOfTheFirstPageAreLightAsSent() throws Exception {
		logIn();
		String page = text(get("/"));
		List<String> assets = new ArrayList<>(ASSET.matcher(page).results().map((match) -> match.group(1)).toList());
		assertThat(assets).anyMatch((asset) -> asset.contains("uPlot")).anyMatch((asset) -> asset.contains("htmx"));
		int bytes = 0;
		for (String asset : assets) {
			int sent = get(asset).body().length;
			bytes += sent;
		}
		assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
	}

	private void logIn() throws Exception {
		MatchResult token = TOKEN.matcher(text(get("/login"))).results().findFirst().orElseThrow();
		String form = "username=operator&password=open+sesame&_csrf="
				+ URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
		this.browser.send(HttpRequest.newBuilder(uri("/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), BodyHandlers.discarding());
	}

	private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
	}

	private static String text(HttpResponse<byte[]> response) throws IOException {
		boolean zipped = response.headers().firstValue("Content-Encoding").isPresent();
		byte[] bytes = response.body();
		if (zipped) {
			try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
				bytes = gzip.readAllBytes();
			}
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
