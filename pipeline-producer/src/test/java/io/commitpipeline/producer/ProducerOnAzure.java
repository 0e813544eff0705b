package io.commitpipeline.producer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.db.Schema;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.producer.replays.TestReplays;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/**
 * The application as it is, on a hub and a lake of each test's own.
 */
public class ProducerOnAzure implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	private Path directory;

	private LocalPostgres postgres;

	private LocalEventHubs hubs;

	private LocalDataLake lake;

	private ConfigurableApplicationContext context;

	private TestReplays replays;

	private int hubPort;

	@Override
	public void beforeAll(ExtensionContext tests) {
		this.postgres = LocalPostgres.temporary();
		Schema.of(this.postgres.dataSource()).migrate();
		this.replays = new TestReplays(this.postgres.dataSource());
	}

	@Override
	public void beforeEach(ExtensionContext test) throws IOException {
		this.replays.update("truncate replays, runs, rejected_rows cascade");
		this.directory = Files.createTempDirectory("producer");
		this.lake = LocalDataLake.builder(this.directory.resolve("lake")).fsync(false).fileSystem("sources").start();
		this.hubPort = 0;
		startHubs();
	}

	@Override
	public void afterEach(ExtensionContext test) throws IOException {
		if (this.context != null) {
			this.context.close();
		}
		this.hubs.close();
		this.lake.close();
		FileSystemUtils.deleteRecursively(this.directory);
	}

	@Override
	public void afterAll(ExtensionContext tests) {
		this.postgres.close();
	}

	public void startHubs() throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory.resolve("hubs"))
			.port(this.hubPort)
			.hub("commits", 4)
			.fsync(false)
			.start();
		this.hubPort = this.hubs.port();
	}

	void stopHubs() throws IOException {
		this.hubs.close();
	}

	/**
	 * A database of that name on the server, which may not be there yet.
	 */
	PGSimpleDataSource database(String name) {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(this.postgres.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"));
		database.setUser(this.postgres.user());
		database.setPassword(this.postgres.password());
		return database;
	}

	public TestReplays replays() {
		return this.replays;
	}

	public List<ReceivedEvent> events() {
		return ReceivedEvent.all(this.hubs.connectionString("commits"));
	}

	public ConfigurableApplicationContext startProducer(String... settings) {
		Map<String, String> properties = new HashMap<>(Map.of("spring.datasource.url", this.postgres.url(),
				"spring.datasource.username", this.postgres.user(), "spring.datasource.password",
				this.postgres.password(), "spring.cloud.azure.eventhubs.connection-string",
				this.hubs.connectionString(), "spring.cloud.azure.eventhubs.event-hub-name", "commits",
				"pipeline.lake.endpoint", this.lake.endpoint(), "pipeline.lake.account-name", this.lake.accountName(),
				"pipeline.lake.account-key", this.lake.accountKey(), "server.port", "0"));
		for (String setting : settings) {
			properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		this.context = new SpringApplicationBuilder(ProducerApplication.class)
			.run(properties.entrySet().stream().map((property) -> "--" + property).toArray(String[]::new));
		return this.context;
	}

	public void put(String name, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		new DataLakeServiceClientBuilder().endpoint(this.lake.endpoint())
			.credential(new StorageSharedKeyCredential(this.lake.accountName(), this.lake.accountKey()))
			.buildClient()
			.getFileSystemClient("sources")
			.getFileClient(name)
			.upload(new ByteArrayInputStream(bytes), bytes.length, true);
	}

	public void awaitState(UUID replay, String state) {
		await().atMost(Duration.ofSeconds(40)).until(() -> this.replays.state(replay), state::equals);
	}

	String get(String path) throws IOException, InterruptedException {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
