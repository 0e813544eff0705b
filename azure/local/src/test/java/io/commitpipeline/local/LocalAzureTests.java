package io.commitpipeline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import com.azure.storage.file.datalake.models.FileSystemItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LocalAzureTests {

	@TempDir
	private static Path directory;

	private static LocalAzure azure;

	@BeforeAll
	static void start() {
		azure = LocalAzure.start(directory);
	}

	@AfterAll
	static void stop() {
		azure.close();
	}

	@Test
	void theHubHasFourPartitionsAndBothConsumerGroups() {
		for (String group : List.of("$Default", "hot", "cold")) {
			try (EventHubConsumerClient client = new EventHubClientBuilder()
				.connectionString(azure.settings().get("SPRING_CLOUD_AZURE_EVENTHUBS_CONNECTION_STRING"),
						LocalAzure.HUB)
				.consumerGroup(group)
				.buildConsumerClient()) {
				assertThat(client.getPartitionIds().stream()).containsExactly("0", "1", "2", "3");
			}
		}
	}

	@Test
	void theLakeHasTheFileSystemsOfThePipeline() {
		DataLakeServiceClient lake = new DataLakeServiceClientBuilder()
			.endpoint(azure.settings().get("PIPELINE_LAKE_ENDPOINT"))
			.credential(new StorageSharedKeyCredential(azure.settings().get("PIPELINE_LAKE_ACCOUNT_NAME"),
					azure.settings().get("PIPELINE_LAKE_ACCOUNT_KEY")))
			.buildClient();
		assertThat(lake.listFileSystems().stream().map(FileSystemItem::getName)).contains("archive", "sources", "hot",
				"cold");
	}

	@Test
	void aFileThatIsPutIntoTheFolderOfTheSourcesIsInTheLake() throws Exception {
		Files.writeString(directory.resolve("datalake/sources/put.csv"), "content");
		DataLakeServiceClient lake = new DataLakeServiceClientBuilder().endpoint(azure.dataLake().endpoint())
			.credential(new StorageSharedKeyCredential(azure.dataLake().accountName(), azure.dataLake().accountKey()))
			.buildClient();
		assertThat(lake.getFileSystemClient("sources").getFileClient("put.csv").getProperties().getFileSize())
			.isEqualTo(7);
	}

	@Test
	void theDatabaseHasTheSchema() throws Exception {
		try (Connection connection = azure.postgres().dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select complete from completeness")) {
			assertThat(row.next()).isTrue();
			assertThat(row.getBoolean(1)).isTrue();
		}
	}

}
