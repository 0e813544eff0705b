package io.commitpipeline.admin;

import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.db.OutdatedSchemaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	private static final TestDatabase database = new TestDatabase();

	@Test
	void withoutAPasswordItDoesNotStartAndNamesTheProperty(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(database.url(), "--pipeline.console.username=operator"));
		assertThat(output).contains("pipeline.console.password").contains("must not be blank");
	}

	@Test
	void withoutANameItDoesNotStartAndKeepsThePasswordToItself(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(database.url(), "--pipeline.console.password=open sesame"));
		assertThat(output).contains("pipeline.console.username").doesNotContain("open sesame");
	}

	@Test
	void anEmptyDatabaseIsRefused() {
		String empty = database.url().replaceFirst("console_[0-9a-f]+", "postgres");
		assertThatException()
			.isThrownBy(() -> start(empty, "--pipeline.console.username=operator", "--pipeline.console.password=x"))
			.withRootCauseInstanceOf(OutdatedSchemaException.class)
			.havingRootCause()
			.withMessageContaining("run the migration job first");
	}

	private static void start(String url, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.datasource.url=" + url);
		all.add("--server.port=0");
		SpringApplication.run(AdminApplication.class, all.toArray(String[]::new)).close();
	}

}
