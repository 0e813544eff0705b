package io.commitpipeline.admin.security;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.RequestEntity;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ConsoleTest
class SessionCookieTests {

	@Autowired
	private TestRestTemplate http;

	@Test
	void theCookieIsOutOfReachOfScriptsAndOtherSites() {
		assertThat(cookieBehind("http")).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
	}

	@Test
	void behindAnHttpsIngressTheCookieTravelsByHttpsOnly() {
		assertThat(cookieBehind("https")).contains("Secure");
	}

	private String cookieBehind(String scheme) {
		RequestEntity<Void> login = RequestEntity.get("/login").header("X-Forwarded-Proto", scheme).build();
		return this.http.exchange(login, String.class).getHeaders().getFirst(HttpHeaders.SET_COOKIE);
	}

}
