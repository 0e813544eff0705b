package io.commitpipeline.local.junit;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import com.azure.storage.file.datalake.models.FileSystemItem;
import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * A test class with the annotation, and what is left of it.
 */
@LocalAzureTest(hubs = "orders:2:billing", fileSystems = "raw")
class LocalAzureTestTests {

	@Test
	void theClassHasTheHubsThatItNames(LocalEventHubs hubs) {
		try (EventHubProducerClient producer = new EventHubClientBuilder()
			.connectionString(hubs.connectionString("orders"))
			.buildProducerClient()) {
			producer.send(List.of(new EventData("first")));
			assertThat(producer.getPartitionIds()).containsExactly("0", "1");
		}
	}

	@Test
	void theClassHasTheFileSystemsThatItNames(LocalDataLake lake) {
		assertThat(new DataLakeServiceClientBuilder().endpoint(lake.endpoint())
			.credential(new StorageSharedKeyCredential(lake.accountName(), lake.accountKey()))
			.buildClient()
			.listFileSystems()).extracting(FileSystemItem::getName).contains("raw");
	}

	@Test
	void theDatabaseHasTheSchema(LocalPostgres postgres) throws SQLException {
		assertThat(tables(postgres)).contains("progress", "commits_by_minute");
	}

	@Nested
	class InAClassWithin {

		@Test
		void itIsTheSame(LocalAzure azure, LocalEventHubs hubs) {
			assertThat(azure.eventHubs()).isSameAs(hubs);
			assertThat(azure.connections()).containsEntry("EVENTHUBS_CONNECTION_STRING", hubs.connectionString());
		}

	}

	@Test
	void everyClassHasItsOwnAndNothingIsLeftOfIt() {
		Guest.SEEN.clear();
		for (int i = 0; i < 2; i++) {
			EngineTestKit.engine("junit-jupiter")
				.selectors(selectClass(Guest.class))
				.execute()
				.testEvents()
				.assertStatistics((statistics) -> statistics.succeeded(2));
		}
		assertThat(Guest.SEEN).hasSize(4);
		assertThat(Guest.SEEN.get(0)).isSameAs(Guest.SEEN.get(1)).isNotSameAs(Guest.SEEN.get(2));
		assertThat(Guest.SEEN).allSatisfy((azure) -> {
			assertThatExceptionOfType(ConnectException.class)
				.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), azure.eventHubs().port()));
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> azure.postgres().dataSource().getConnection())
				.withMessageContaining("does not exist");
		});
	}

	private static List<String> tables(LocalPostgres postgres) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (Connection connection = postgres.dataSource().getConnection();
				ResultSet rows = connection.getMetaData().getTables(null, "public", null, new String[] { "TABLE" })) {
			while (rows.next()) {
				tables.add(rows.getString("TABLE_NAME"));
			}
		}
		return tables;
	}

	/** Found by its name alone. */
	@LocalAzureTest(schema = false)
	static class Guest {

		static final List<LocalAzure> SEEN = new ArrayList<>();

		@BeforeEach
		void see(LocalAzure azure) {
			SEEN.add(azure);
		}

		@Test
		void theDatabaseIsEmpty(LocalPostgres postgres) throws SQLException {
			assertThat(tables(postgres)).isEmpty();
		}

		@Test
		void anotherClassesHubIsUnknown(LocalEventHubs hubs) {
			try (EventHubProducerClient producer = new EventHubClientBuilder()
				.connectionString(hubs.connectionString("orders"))
				.buildProducerClient()) {
				assertThatExceptionOfType(AmqpException.class).isThrownBy(producer::getEventHubProperties)
					.withMessageContaining("'orders' could not be found");
			}
		}

	}

}
