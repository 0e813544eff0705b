package io.commitpipeline.admin.security;

import io.commitpipeline.admin.ConsoleTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureObservability(tracing = false)
@AutoConfigureMockMvc
@ConsoleTest
class SecurityTests {

	@Autowired
	private MockMvc mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?range=1h", "/replays", "/nothing-of-that-name" })
	void whoIsNotLoggedInIsSentToTheLogin(String path) throws Exception {
		this.mvc.perform(get(path)).andExpect(redirectedUrlPattern("**/login"));
	}

	@Test
	void theLiveStreamIsClosedToStrangers() throws Exception {
		this.mvc.perform(get("/live/overview")).andExpect(status().isUnauthorized());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/replays", "/replays/7a0b7a43-86c4-4e2f-9a3a-0d6fcb6ee2bb/stop" })
	void aFormWithoutItsTokenIsRefused(String path) throws Exception {
		this.mvc.perform(post(path).with(user("operator").roles("OPERATOR"))).andExpect(status().isForbidden());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/replays", "/replays/7a0b7a43-86c4-4e2f-9a3a-0d6fcb6ee2bb/stop" })
	void aStrangersFormIsSentToTheLogin(String path) throws Exception {
		this.mvc.perform(post(path).with(csrf())).andExpect(redirectedUrlPattern("**/login"));
	}

	@Test
	void theConfiguredOperatorLogsIn() throws Exception {
		this.mvc.perform(formLogin().user("operator").password("open sesame"))
			.andExpect(authenticated().withUsername("operator"))
			.andExpect(redirectedUrl("/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "operator", "somebody" })
	void aWrongPasswordAndAnUnknownNameGetTheSameAnswer(String name) throws Exception {
		this.mvc.perform(formLogin().user(name).password("wrong"))
			.andExpect(unauthenticated())
			.andExpect(redirectedUrl("/login?error"));
		this.mvc.perform(get("/login").param("error", ""))
			.andExpect(content().string(containsString("Name or password is wrong.")));
	}

	@Test
	void healthIsOpenAndTellsNoDetails() throws Exception {
		this.mvc.perform(get("/actuator/health/liveness")).andExpect(content().json("{\"status\":\"UP\"}"));
		this.mvc.perform(get("/actuator/health/readiness"))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("PostgreSQL"))));
	}

	@Test
	void theActuatorTakesNoSessionOnlyThePassword() throws Exception {
		this.mvc.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
		this.mvc.perform(get("/actuator/prometheus").with(httpBasic("operator", "wrong")))
			.andExpect(status().isUnauthorized());
		this.mvc.perform(get("/actuator/prometheus").with(httpBasic("operator", "open sesame")))
			.andExpect(content().string(containsString("jvm_memory_used_bytes")));
		this.mvc.perform(get("/actuator/env").with(user("operator").roles("OPERATOR")))
			.andExpect(status().isNotFound());
	}

	@Test
	void aPageRunsNoForeignAndNoInlineCode() throws Exception {
		this.mvc.perform(get("/login"))
			.andExpect(header().string("Content-Security-Policy",
					allOf(containsString("default-src 'none'"), containsString("frame-ancestors 'none'"),
							not(containsString("unsafe")))))
			.andExpect(content().string(allOf(not(containsString("style=\"")), not(containsString("<style")),
					not(containsString("onclick")))));
	}

	@Test
	void aMadeUpSessionIsNobody() throws Exception {
		this.mvc.perform(get("/").cookie(new Cookie("console", "made-up"))).andExpect(redirectedUrlPattern("**/login"));
	}

}
