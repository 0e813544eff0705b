package io.commitpipeline.admin;

import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.db.OutdatedSchemaException;
import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
@LocalAzureTest
class StartTests {

	private static LocalAzure azure;

	@BeforeAll
	static void azure(LocalAzure started) {
		azure = started;
	}

	@Test
	void aPasswordThatIsNoHashIsRefusedAndKeptToItself(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("pipeline.console.users[0].password", "open sesame"));
		assertThat(output).contains("pipeline.console.users[0].password").contains("must be a hash");
	}

	@Test
	void anOperatorWithoutAPasswordIsRefusedByName(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("pipeline.console.username", "admin"));
		assertThat(output).contains("pipeline.console.username and pipeline.console.password must both be there");
	}

	@Test
	void withoutANameItDoesNotStart(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("pipeline.console.users[0].name", ""));
		assertThat(output).contains("pipeline.console.users[0].name").contains("must not be blank");
	}

	@Test
	void anEmptyDatabaseIsRefused() {
		try (LocalPostgres empty = LocalPostgres.temporary()) {
			assertThatExceptionOfType(OutdatedSchemaException.class)
				.isThrownBy(() -> start("spring.datasource.url", empty.url()))
				.withMessageContaining("run the migration job first");
		}
	}

	private static void start(String name, String value) {
		Map<String, String> settings = new HashMap<>(TestConsole.settings(azure));
		settings.put(name, value);
		settings.put("server.port", "0");
		String[] arguments = settings.entrySet().stream().map((setting) -> "--" + setting).toArray(String[]::new);
		SpringApplication.run(AdminApplication.class, arguments).close();
	}

}
