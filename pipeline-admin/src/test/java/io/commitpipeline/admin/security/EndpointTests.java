package io.commitpipeline.admin.security;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.commitpipeline.admin.AdminApplication;
import io.commitpipeline.admin.ConsoleTest;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Roles and tokens on every endpoint that there is: a new one cannot be forgotten.
 */
@SpringBootTest
@AutoConfigureMockMvc
@ConsoleTest
class EndpointTests {

	private static final Set<String> OPEN = Set.of("GET /login");

	private static final Set<String> FOR_VIEWERS = Set.of("POST /preferences");

	private static final int FORBIDDEN = 403;

	private static final int FAILED = 500;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Map<String, RequestMappingHandlerMapping> mappings;

	@TestFactory
	Stream<DynamicTest> strangersAreSentAway() {
		return endpoints().filter((endpoint) -> !OPEN.contains(endpoint.toString()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
				var response = this.mvc.perform(endpoint.request().with(csrf())).andReturn().getResponse();
				assertThat(response.getStatus()).isIn(302, 401);
				if (response.getStatus() == 302) {
					assertThat(response.getRedirectedUrl()).endsWith("/login");
				}
			}));
	}

	@TestFactory
	Stream<DynamicTest> whatChangesSomethingWantsItsToken() {
		return changing().map((endpoint) -> DynamicTest.dynamicTest(endpoint.toString(),
				() -> assertThat(status(endpoint.request().with(user("ann").roles("OPERATOR")))).isEqualTo(FORBIDDEN)));
	}

	@TestFactory
	Stream<DynamicTest> whatChangesSomethingIsForOperators() {
		return changing().filter((endpoint) -> !FOR_VIEWERS.contains(endpoint.toString()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
				assertThat(status(endpoint.request().with(csrf()).with(user("eve").roles("VIEWER"))))
					.isEqualTo(FORBIDDEN);
				assertThat(status(endpoint.request().with(csrf()).with(user("ann").roles("OPERATOR"))))
					.isNotEqualTo(FORBIDDEN);
			}));
	}

	@TestFactory
	Stream<DynamicTest> whoHasNoRoleSeesNothing() {
		return endpoints().filter((endpoint) -> !OPEN.contains(endpoint.toString()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.toString(),
					() -> assertThat(status(endpoint.request().with(csrf()).with(user("eve").roles("GUEST"))))
						.isEqualTo(FORBIDDEN)));
	}

	private Stream<Endpoint> changing() {
		return endpoints().filter((endpoint) -> !endpoint.method().equals("GET"));
	}

	private Stream<Endpoint> endpoints() {
		Set<Endpoint> endpoints = new TreeSet<>();
		this.mappings.get("requestMappingHandlerMapping").getHandlerMethods().forEach((mapping, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith(AdminApplication.class.getPackageName())) {
				mapping.getPatternValues()
					.forEach((path) -> methods(mapping.getMethodsCondition().getMethods())
						.forEach((method) -> endpoints.add(new Endpoint(method, path))));
			}
		});
		assertThat(endpoints).hasSizeGreaterThan(20);
		return endpoints.stream();
	}

	private static Stream<String> methods(Set<RequestMethod> methods) {
		return methods.isEmpty() ? Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
				: methods.stream().map(RequestMethod::name);
	}

	/** What an endpoint makes of a request without what it needs does not matter here. */
	private int status(MockHttpServletRequestBuilder request) throws Exception {
		try {
			return this.mvc.perform(request).andReturn().getResponse().getStatus();
		}
		catch (ServletException ex) {
			return FAILED;
		}
	}

	private record Endpoint(String method, String path) implements Comparable<Endpoint> {

		MockHttpServletRequestBuilder request() {
			return MockMvcRequestBuilders.request(HttpMethod.valueOf(this.method),
					this.path.replaceAll("\\{[^}]*}", "1"));
		}

		@Override
		public int compareTo(Endpoint other) {
			return toString().compareTo(other.toString());
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
