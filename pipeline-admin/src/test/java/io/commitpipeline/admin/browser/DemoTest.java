package io.commitpipeline.admin.browser;

import io.commitpipeline.admin.DemoAzure;
import io.commitpipeline.admin.TestConsole;
import io.commitpipeline.local.LocalAzure;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One console for all, with a database that looks as after a replay.
 */
abstract class DemoTest extends BrowserTest {

	static final LocalAzure azure = DemoAzure.get();

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		TestConsole.settings(azure).forEach((name, value) -> registry.add(name, () -> value));
	}

	@BeforeEach
	void run() {
		this.jdbc
			.sql("""
					update replays set command = 'start', state = 'running', owner = 'producer-1', rate = 500, speed_up = null,
						lease_until = now() + interval '1 hour', jump_id = null, jump_row = null, jump_time = null, step_to = null
					where source = 'commits-2025-11.csv'
					""")
			.update();
	}

}
