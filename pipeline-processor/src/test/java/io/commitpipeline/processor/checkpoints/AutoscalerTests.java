package io.commitpipeline.processor.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The autoscaler finds the checkpoints that are written, and asks for as many replicas as
 * there is work for.
 */
@LocalAzureTest
class AutoscalerTests {

	private static final int PARTITIONS = 4;

	private static final long COUNTED = 100_000;

	/** In lower case, as the templates have it: this store keeps case, others do not. */
	private static final String NAMESPACE = "commits-1.servicebus.windows.net";

	private LocalDataLake lake;

	private CheckpointCopies copies;

	private Autoscaler autoscaler;

	@BeforeEach
	void write(LocalDataLake lake) throws IOException {
		this.lake = lake;
		FileSystemUtils.deleteRecursively(lake.directory().resolve("hot").resolve(NAMESPACE));
		this.copies = new CheckpointCopies(
				new CheckpointContainers((group) -> new BlobCheckpointStore(container(group.id()).buildAsyncClient())));
		BlobContainerClient hot = container("hot").buildClient();
		this.autoscaler = new Autoscaler(hot, NAMESPACE, "commits", "hot", threshold());
		for (int partition = 0; partition < PARTITIONS; partition++) {
			this.copies.put(new Checkpoint().setFullyQualifiedNamespace(NAMESPACE)
				.setEventHubName("commits")
				.setConsumerGroup("hot")
				.setPartitionId(Integer.toString(partition))
				.setSequenceNumber(COUNTED)
				.setOffsetString("a:b"));
		}
	}

	@Test
	void aSteadyStreamAsksForOneReplica() {
		this.copies.write();
		assertThat(this.autoscaler.replicas(allAt(COUNTED))).isEqualTo(1);
		// A thousand events a second, and checkpoints that are four seconds old.
		assertThat(this.autoscaler.replicas(allAt(COUNTED + 1_000))).isEqualTo(1);
	}

	@Test
	void aBacklogAsksForMoreAndNeverForMoreThanThereArePartitions() {
		this.copies.write();
		assertThat(this.autoscaler.replicas(allAt(COUNTED + 3_000))).isEqualTo(3);
		assertThat(this.autoscaler.replicas(allAt(COUNTED + 1_000_000))).isEqualTo(PARTITIONS);
	}

	@Test
	void withoutCheckpointsAllThatTheHubHoldsWaits() {
		assertThat(this.autoscaler.replicas(allAt(1_999))).isEqualTo(2);
	}

	private BlobContainerClientBuilder container(String name) {
		return new BlobContainerClientBuilder().endpoint(this.lake.endpoint())
			.credential(new StorageSharedKeyCredential(this.lake.accountName(), this.lake.accountKey()))
			.containerName(name);
	}

	private static List<Long> allAt(long sequenceNumber) {
		return Collections.nCopies(PARTITIONS, sequenceNumber);
	}

	private static long threshold() throws IOException {
		Matcher rule = Pattern.compile("group: hot, threshold: (\\d+)")
			.matcher(Files.readString(Path.of("..", "azure", "apps.yaml")));
		assertThat(rule.find()).isTrue();
		return Long.parseLong(rule.group(1));
	}

}
