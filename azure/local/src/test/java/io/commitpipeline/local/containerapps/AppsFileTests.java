package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AppsFileTests {

	private static final Path APPS = Path.of("..", "apps.yaml");

	@TempDir
	private Path directory;

	@Test
	void theProjectsFileNamesTheThreeAppsAndTheJobs() {
		AppsFile file = AppsFile.read(APPS);
		assertThat(file.apps()).containsOnlyKeys("producer", "processor", "admin");
		assertThat(file.jobs()).containsOnlyKeys("migration", "rebuild");
		assertThat(file.jobs().get("migration").jar()).isEqualTo("db/target/pipeline-db-exec.jar");
		assertThat(file.apps().get("admin").ingress()).isEqualTo("external");
	}

	@Test
	void everyAppIsGivenTheSameHeapAndTheDatabase() {
		AppsFile file = AppsFile.read(APPS);
		assertThat(file.apps().values()).allSatisfy((app) -> {
			assertThat(app.jvm()).contains("-Xmx384m");
			assertThat(file.environment(app)).containsEntry("SPRING_DATASOURCE_URL", Setting.reference("postgres.url"));
		});
	}

	@Test
	void aValueIsALiteralOrAReference() {
		AppsFile file = AppsFile.read(APPS);
		assertThat(file.environment(file.apps().get("processor")))
			.containsEntry("PIPELINE_ARCHIVE_ROLL_SIZE", Setting.literal("64MB"))
			.containsEntry("PIPELINE_ARCHIVE_ROLL_AGE", Setting.reference("archive.rollAge"));
	}

	@Test
	void anUnknownKeyIsRefusedByName() throws IOException {
		Path file = Files.writeString(this.directory.resolve("apps.yaml"), "apps: { one: { memmory: 1Gi } }");
		assertThatExceptionOfType(ContainerAppsException.class).isThrownBy(() -> AppsFile.read(file))
			.withMessageContaining("memmory");
	}

}
