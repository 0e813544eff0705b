package io.commitpipeline.admin;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A database that is away makes the console unready, never dead.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DatabaseAwayTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final TestDatabase database = new TestDatabase();

	@Autowired
	private TestRestTemplate http;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		database.register(registry);
		registry.add("spring.datasource.hikari.connection-timeout", () -> 500);
	}

	@Test
	void theConsoleIsUnreadyUntilTheDatabaseIsBackAndAliveAllTheTime() {
		String name = database.url().replaceFirst(".*/", "");
		JdbcClient server = server();
		await().atMost(SOON).until(() -> status("readiness") == 200);
		server.sql("alter database " + name + " allow_connections false").update();
		server.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
			.param(name)
			.query(Long.class)
			.single();
		await().atMost(SOON).until(() -> status("readiness") == 503);
		assertThat(status("liveness")).isEqualTo(200);
		server.sql("alter database " + name + " allow_connections true").update();
		await().atMost(SOON).until(() -> status("readiness") == 200);
	}

	private int status(String group) {
		return this.http.getForEntity("/actuator/health/" + group, String.class).getStatusCode().value();
	}

	private static JdbcClient server() {
		Map<String, String> settings = database.settings();
		return JdbcClient.create(new DriverManagerDataSource(database.url().replaceFirst("/[^/]+$", "/postgres"),
				settings.get("spring.datasource.username"), settings.get("spring.datasource.password")));
	}

}
