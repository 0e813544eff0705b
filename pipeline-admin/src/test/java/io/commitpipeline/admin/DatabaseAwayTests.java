package io.commitpipeline.admin;

import java.time.Duration;

import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A database that is away makes the console unready, never dead.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.hikari.connection-timeout=500")
@ConsoleTest
class DatabaseAwayTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Autowired
	private TestRestTemplate http;

	@Test
	void theConsoleIsUnreadyUntilTheDatabaseIsBackAndAliveAllTheTime(LocalPostgres database) {
		String name = database.url().replaceFirst(".*/", "");
		JdbcClient server = server(database);
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

	/** The server's own database. */
	private static JdbcClient server(LocalPostgres database) {
		return JdbcClient.create(new DriverManagerDataSource(database.url().replaceFirst("/[^/]+$", "/postgres"),
				database.user(), database.password()));
	}

}
