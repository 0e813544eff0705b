package io.commitpipeline.admin.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID Connect provider that lets everybody in, with the roles that a test says.
 */
final class TestProvider implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	private volatile List<String> roles = List.of();

	private volatile String nonce;

	private volatile Map<String, String> exchanged = Map.of();

	private volatile String authorization;

	TestProvider() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("key").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/.well-known/openid-configuration",
				(exchange) -> answer(exchange,
						"""
								{"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
								 "userinfo_endpoint":"%1$s/nobody-is-home",
								 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
								"""
							.formatted(issuer())));
		this.server.createContext("/keys", (exchange) -> answer(exchange, new JWKSet(this.key).toString()));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::exchange);
		this.server.start();
	}

	String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void claim(String... roles) {
		this.roles = List.of(roles);
	}

	void forget() {
		this.exchanged = Map.of();
	}

	/** What the code was last exchanged with. */
	Map<String, String> exchanged() {
		return this.exchanged;
	}

	/** The header that came with it. */
	String authorization() {
		return this.authorization;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> asked = UriComponentsBuilder.fromUri(exchange.getRequestURI())
			.build()
			.getQueryParams()
			.toSingleValueMap();
		this.nonce = URI.create("?" + asked.get("nonce")).getQuery();
		exchange.getResponseHeaders()
			.add("Location",
					URI.create("?" + asked.get("redirect_uri")).getQuery() + "?code=code&state=" + asked.get("state"));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private void exchange(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.authorization = exchange.getRequestHeaders().getFirst("Authorization");
		this.exchanged = Stream.of(form.split("&"))
			.map((parameter) -> parameter.split("=", 2))
			.collect(Collectors.toMap((parameter) -> parameter[0],
					(parameter) -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
		answer(exchange, """
				{"access_token":"access","token_type":"Bearer","expires_in":300,"id_token":"%s"}
				""".formatted(token()));
	}

	private String token() {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(),
				new JWTClaimsSet.Builder().issuer(issuer())
					.audience("console")
					.subject("ann@example.com")
					.claim("preferred_username", "ann")
					.claim("nonce", this.nonce)
					.claim("roles", this.roles)
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(300)))
					.build());
		try {
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
