package io.commitpipeline.admin.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ConsoleTest
class ProviderTests {

	private static final TestProvider provider = new TestProvider();

	private final HttpClient browser = HttpClient.newBuilder()
		.followRedirects(Redirect.ALWAYS)
		.cookieHandler(new CookieManager())
		.build();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.security.oauth2.client.registration.work.client-id", () -> "console");
		registry.add("spring.security.oauth2.client.registration.work.client-secret", () -> "secret");
		registry.add("spring.security.oauth2.client.registration.work.client-name", () -> "Work");
		registry.add("spring.security.oauth2.client.registration.work.scope", () -> "openid");
		registry.add("spring.security.oauth2.client.provider.work.issuer-uri", provider::issuer);
	}

	@AfterAll
	static void stopProvider() {
		provider.close();
	}

	@Test
	void theLoginPageOffersTheProvider() throws Exception {
		assertThat(get("/login").body()).contains("Log in with Work").contains("/oauth2/authorization/work");
	}

	@Test
	void whoClaimsToBeAnOperatorIsOne() throws Exception {
		provider.claim("operator");
		assertThat(get("/oauth2/authorization/work").body()).contains("Logged in as ann@example.com");
		assertThat(get("/quarantine").statusCode()).isEqualTo(200);
	}

	@Test
	void whoClaimsNoRoleSeesNothing() throws Exception {
		provider.claim("accountant");
		assertThat(get("/oauth2/authorization/work").statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		URI address = URI.create("http://localhost:" + this.port + path);
		return this.browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
	}

}
