package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.generator.CommitLogGenerator;
import io.commitpipeline.local.junit.LocalAzureTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The images bring a commit log through whole, as the users and with the rights that they
 * have on Azure: {@code mvn verify -Pimages}.
 */
@EnabledIfSystemProperty(named = "images", matches = "true", disabledReason = "asked for by -Pimages")
@LocalAzureTest(schema = false)
class ImagesIT {

	private static final int ROWS = 20_000;

	@Test
	void aCommitLogComesThroughTheImagesWhole(LocalAzure azure) throws Exception {
		build();
		Container.start("pipeline-db", environment(azure, "postgres"), log("db")).awaitSuccess();
		Path source = azure.dataLake().directory().resolve("sources/log.csv");
		try (OutputStream log = Files.newOutputStream(source)) {
			new CommitLogGenerator(ROWS, 1, CommitLogGenerator.USUAL_INSIDERS).writeTo(log);
		}
		query(azure, "insert into replays (id, source) values (gen_random_uuid(), 'log.csv') returning 1");
		try (Container producer = start(azure, "producer");
				Container processor = start(azure, "processor");
				Container admin = start(azure, "admin")) {
			Awaitility.await(producer.log() + " and " + processor.log())
				.atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> query(azure,
						"select complete and sent = %1$d and archived = %1$d from completeness".formatted(ROWS))
					.equals("t"));
			assertThat(admin.output()).contains("Started AdminApplication");
		}
	}

	private static void build() throws IOException, InterruptedException {
		Process images = new ProcessBuilder("bash", Repository.AZURE.resolve("images.sh").toString()).inheritIO()
			.start();
		assertThat(images.waitFor()).as("exit code of azure/images.sh").isZero();
	}

	private Container start(LocalAzure azure, String app) throws IOException {
		return Container.start("pipeline-" + app, environment(azure, app + "_login"), log(app));
	}

	private Path log(String name) throws IOException {
		return Files.createDirectories(Path.of("target", "images")).resolve(name + ".log");
	}

	private static Map<String, String> environment(LocalAzure azure, String login) throws IOException {
		Map<String, String> environment = new HashMap<>(azure.settings());
		environment.put("SPRING_DATASOURCE_USERNAME", login);
		environment.put("PIPELINE_LOGINS_PASSWORD", azure.postgres().password());
		environment.put("PIPELINE_ARCHIVE_ROLL_AGE", "5s");
		environment.put("PIPELINE_CONSOLE_USERNAME", "admin");
		environment.put("PIPELINE_CONSOLE_PASSWORD", "images");
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_PORT", Integer.toString(freePort()));
		environment.put("JAVA_TOOL_OPTIONS", "-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
		return environment;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static String query(LocalAzure azure, String sql) throws SQLException {
		try (Connection connection = azure.postgres().dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
