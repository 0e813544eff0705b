package io.commitpipeline.processor.checkpoints;

import java.util.List;

import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A processor that stops leaves no partition behind that others would have to wait for.
 */
@LocalAzureTest
class ReleaseTests {

	@Test
	void aPartitionThatIsRenewedWhileItIsReleasedIsReleased(LocalDataLake lake) {
		ProgressCheckpointStore store = new ProgressCheckpointStore(new CheckpointContainers(
				(group) -> new BlobCheckpointStore(new BlobContainerClientBuilder().endpoint(lake.endpoint())
					.credential(new StorageSharedKeyCredential(lake.accountName(), lake.accountKey()))
					.containerName(group.id())
					.buildAsyncClient())),
				null, null);
		store.claimOwnership(List.of(owned("0", "me"), owned("1", "me"), owned("2", "other"))).collectList().block();
		List<PartitionOwnership> mine = list(store).stream().filter((each) -> each.getOwnerId().equals("me")).toList();
		assertThat(mine).hasSize(2);
		assertThat(store.claimOwnership(list(store).subList(0, 1)).collectList().block()).hasSize(1);
		mine.forEach((each) -> each.setOwnerId(""));
		store.claimOwnership(mine).collectList().block();
		assertThat(list(store)).extracting(PartitionOwnership::getOwnerId).containsExactlyInAnyOrder("", "", "other");
	}

	private static PartitionOwnership owned(String partition, String owner) {
		return new PartitionOwnership().setFullyQualifiedNamespace("namespace")
			.setEventHubName("commits")
			.setConsumerGroup("hot")
			.setPartitionId(partition)
			.setOwnerId(owner);
	}

	private static List<PartitionOwnership> list(ProgressCheckpointStore store) {
		return store.listOwnership("namespace", "commits", "hot").collectList().block();
	}

}
