package io.commitpipeline.admin.security;

import java.util.List;

import io.commitpipeline.admin.ConsoleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@SpringBootTest
@AutoConfigureObservability(tracing = false)
@AutoConfigureMockMvc
@ConsoleTest
class LoginAuditTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void emptyAccount() {
		this.jdbc.sql("truncate audit").update();
	}

	@Test
	void whoLogsInAndOutIsEnteredWithTheirAddress() throws Exception {
		MockHttpSession session = (MockHttpSession) this.mvc.perform(login("viewer", "open sesame", "10.0.0.7"))
			.andExpect(authenticated())
			.andReturn()
			.getRequest()
			.getSession();
		this.mvc.perform(post("/logout").session(session).with(csrf()));
		assertThat(account()).containsExactly("viewer login from 10.0.0.7: done", "viewer logout from 10.0.0.7: done");
	}

	@Test
	void aKnownAndAnUnknownNameThatFailAreEnteredAlike() throws Exception {
		this.mvc.perform(login("viewer", "wrong", "10.0.0.8")).andExpect(unauthenticated());
		this.mvc.perform(login("<b>\u0000" + "x".repeat(200), "wrong", "10.0.0.8")).andExpect(unauthenticated());
		assertThat(account()).containsExactly("viewer login from 10.0.0.8: refused",
				"<b>?" + "x".repeat(96) + " login from 10.0.0.8: refused");
	}

	@Test
	void whoReadsTheMetricsIsNotEnteredEachTime() throws Exception {
		this.mvc.perform(get("/actuator/prometheus").with(httpBasic("viewer", "open sesame")));
		assertThat(account()).isEmpty();
	}

	@Test
	@DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
	void ofAFloodFromManyAddressesAFewAreEntered() throws Exception {
		for (int i = 0; i < LoginAudit.FAILURES_AN_HOUR + 30; i++) {
			this.mvc.perform(login("viewer", "wrong", "10.0.1." + i)).andExpect(unauthenticated());
		}
		assertThat(account()).hasSize(LoginAudit.FAILURES_AN_HOUR);
	}

	@Test
	void aDatabaseThatIsAwayKeepsNobodyOut() throws Exception {
		this.jdbc.sql("alter table audit rename to gone").update();
		try {
			this.mvc.perform(login("viewer", "open sesame", "10.0.0.9")).andExpect(authenticated());
		}
		finally {
			this.jdbc.sql("alter table gone rename to audit").update();
		}
	}

	private static RequestBuilder login(String name, String password, String address) {
		return post("/login").param("username", name).param("password", password).with(csrf()).with(from(address));
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	private List<String> account() {
		return this.jdbc.sql("select format('%s %s %s: %s', actor, action, subject, result) from audit order by id")
			.query(String.class)
			.list();
	}

}
