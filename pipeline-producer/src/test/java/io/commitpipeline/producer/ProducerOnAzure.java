package io.commitpipeline.producer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.junit.LocalAzureExtension;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.replays.TestReplays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * The application as it is, on the Azure of a class with {@link LocalAzureTest}, which
 * every test finds empty.
 */
public class ProducerOnAzure implements BeforeEachCallback, AfterEachCallback {

	private LocalAzure azure;

	private ConfigurableApplicationContext context;

	private TestReplays replays;

	@Override
	public void beforeEach(ExtensionContext test) throws IOException {
		this.azure = LocalAzureExtension.azure(test);
		this.replays = new TestReplays(this.azure.postgres().dataSource());
		this.replays.update("truncate replays, runs, rejected_rows cascade");
		this.azure.eventHubs().faults().hub(LocalAzure.HUB).recreate();
		sources().listPaths().forEach((path) -> sources().getDirectoryClient(path.getName()).deleteRecursively());
	}

	@Override
	public void afterEach(ExtensionContext test) {
		stopProducer();
	}

	void stopProducer() {
		if (this.context != null) {
			this.context.close();
		}
	}

	public TestReplays replays() {
		return this.replays;
	}

	public List<ReceivedEvent> events() {
		return ReceivedEvent.all(this.azure.eventHubs().connectionString(LocalAzure.HUB));
	}

	public ConfigurableApplicationContext startProducer(String... settings) {
		Map<String, String> properties = new HashMap<>(this.azure.properties());
		properties.put("server.port", "0");
		for (String setting : settings) {
			properties.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		this.context = new SpringApplicationBuilder(ProducerApplication.class)
			.run(properties.entrySet().stream().map((property) -> "--" + property).toArray(String[]::new));
		return this.context;
	}

	public void put(String name, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		sources().getFileClient(name).upload(new ByteArrayInputStream(bytes), bytes.length, true);
	}

	private DataLakeFileSystemClient sources() {
		return new DataLakeServiceClientBuilder().endpoint(this.azure.dataLake().endpoint())
			.credential(new StorageSharedKeyCredential(this.azure.dataLake().accountName(),
					this.azure.dataLake().accountKey()))
			.buildClient()
			.getFileSystemClient("sources");
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
