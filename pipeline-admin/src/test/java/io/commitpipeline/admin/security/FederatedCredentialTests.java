package io.commitpipeline.admin.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.CredentialUnavailableException;
import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console behind an HTTPS ingress, with an identity instead of a client secret: by
 * the settings of {@code azure/apps.yaml}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ConsoleTest
class FederatedCredentialTests {

	private static final TestProvider provider = new TestProvider();

	private static final Identity ownIdentity = new Identity();

	private final HttpClient browser = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

	/** Kept by hand: a browser has it from HTTPS. */
	private String cookie = "none=";

	@TestBean
	@SuppressWarnings("unused")
	private TokenCredential identity;

	@LocalServerPort
	private int port;

	static TokenCredential identity() {
		return ownIdentity;
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.security.oauth2.client.registration.entra.client-id", () -> "console");
		registry.add("spring.security.oauth2.client.registration.entra.client-authentication-method",
				() -> "private_key_jwt");
		registry.add("spring.security.oauth2.client.registration.entra.scope", () -> "openid,profile");
		registry.add("spring.security.oauth2.client.provider.entra.issuer-uri", provider::issuer);
	}

	@BeforeEach
	void nobodyHasLoggedIn() {
		ownIdentity.available = true;
		ownIdentity.asked = null;
		provider.forget();
	}

	@AfterAll
	static void stopProvider() {
		provider.close();
	}

	@Test
	void theConsoleShowsATokenOfItsIdentityInsteadOfASecret() throws Exception {
		provider.claim("operator");
		assertThat(logIn()).isEqualTo("https://console.example.com/");
		assertThat(ownIdentity.asked).containsExactly("api://AzureADTokenExchange/.default");
		assertThat(provider.exchanged())
			.containsAllEntriesOf(Map.of("grant_type", "authorization_code", "client_id", "console",
					"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
					"client_assertion", "a token of the identity", "redirect_uri",
					"https://console.example.com/login/oauth2/code/entra"))
			.doesNotContainKey("client_secret");
		assertThat(provider.authorization()).as("a second way to say who it is").isNull();
	}

	@Test
	void usersHaveTheNameThatPeopleKnow() throws Exception {
		provider.claim("viewer");
		logIn();
		assertThat(send("/", BodyHandlers.ofString()).body()).contains("Logged in as ann\"");
	}

	@Test
	void browsersAreSentBackByHttpsToWhereTheIngressIs() throws Exception {
		assertThat(redirectOf("/oauth2/authorization/entra"))
			.contains("redirect_uri=https://console.example.com/login/oauth2/code/entra");
	}

	@Test
	void withoutATokenOfItsIdentityTheLoginFailsAndNothingElse() throws Exception {
		ownIdentity.available = false;
		assertThat(logIn()).endsWith("/login?refused");
		assertThat(ownIdentity.asked).isNotNull();
		assertThat(provider.exchanged()).isEmpty();
	}

	/** Follows the redirects as a browser would through the ingress. */
	private String logIn() throws Exception {
		URI authorize = URI.create(redirectOf("/oauth2/authorization/entra"));
		HttpResponse<Void> authorized = this.browser.send(HttpRequest.newBuilder(authorize).build(),
				BodyHandlers.discarding());
		URI back = URI.create(authorized.headers().firstValue("Location").orElseThrow());
		return redirectOf(back.getRawPath() + "?" + back.getRawQuery());
	}

	private String redirectOf(String path) throws Exception {
		return send(path, BodyHandlers.discarding()).headers().firstValue("Location").orElseThrow();
	}

	private <T> HttpResponse<T> send(String path, BodyHandler<T> body) throws Exception {
		URI address = UriComponentsBuilder.fromUriString("http://localhost:" + this.port + path).build(true).toUri();
		HttpRequest request = HttpRequest.newBuilder(address)
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "console.example.com")
			.header("X-Forwarded-Port", "443")
			.header("Cookie", this.cookie)
			.build();
		HttpResponse<T> response = this.browser.send(request, body);
		response.headers().firstValue("Set-Cookie").ifPresent((set) -> this.cookie = set.replaceFirst(";.*", ""));
		return response;
	}

	private static final class Identity implements TokenCredential {

		private volatile List<String> asked;

		private volatile boolean available;

		@Override
		public Mono<AccessToken> getToken(TokenRequestContext request) {
			this.asked = request.getScopes();
			return this.available
					? Mono.just(new AccessToken("a token of the identity", OffsetDateTime.now().plusHours(1)))
					: Mono.error(new CredentialUnavailableException("no identity here"));
		}

	}

}
