package io.commitpipeline.local.datalake;

import java.util.List;

import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CheckpointStoreTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void aPartitionIsOwnedByWhoClaimsItFirstAndByWhoKnowsItsTag() {
		BlobCheckpointStore store = store();
		List<PartitionOwnership> first = claim(store, ownership("one", null));
		assertThat(first).hasSize(1);
		assertThat(claim(store, ownership("two", null))).isEmpty();
		PartitionOwnership listed = list(store).get(0);
		assertThat(listed.getOwnerId()).isEqualTo("one");
		assertThat(claim(store, ownership("two", listed.getETag()))).hasSize(1);
		assertThat(claim(store, ownership("one", first.get(0).getETag()))).isEmpty();
		assertThat(list(store)).singleElement().satisfies((now) -> {
			assertThat(now.getOwnerId()).isEqualTo("two");
			assertThat(now.getETag()).isNotEqualTo(listed.getETag());
			assertThat(now.getLastModifiedTime()).isGreaterThanOrEqualTo(listed.getLastModifiedTime());
		});
	}

	@Test
	void theNewestCheckpointOfAPartitionIsListedAfterARestart() {
		store().updateCheckpoint(checkpoint("0", 17, "4096")).block();
		store().updateCheckpoint(checkpoint("0", 18, "4200")).block();
		store().updateCheckpoint(checkpoint("1", 3, null)).block();
		this.lake.restart();
		List<Checkpoint> checkpoints = store().listCheckpoints("namespace", "hub", "hot").collectList().block();
		assertThat(checkpoints)
			.extracting(Checkpoint::getPartitionId, Checkpoint::getSequenceNumber, Checkpoint::getOffsetString)
			.containsExactlyInAnyOrder(tuple("0", 18L, "4200"), tuple("1", 3L, null));
		assertThat(store().listCheckpoints("namespace", "hub", "cold").collectList().block()).isEmpty();
	}

	private BlobCheckpointStore store() {
		return new BlobCheckpointStore(this.lake.blobBuilder().buildAsyncClient().getBlobContainerAsyncClient("lake"));
	}

	private static PartitionOwnership ownership(String owner, String etag) {
		return new PartitionOwnership().setFullyQualifiedNamespace("namespace")
			.setEventHubName("hub")
			.setConsumerGroup("hot")
			.setPartitionId("0")
			.setOwnerId(owner)
			.setETag(etag);
	}

	private static List<PartitionOwnership> claim(BlobCheckpointStore store, PartitionOwnership ownership) {
		return store.claimOwnership(List.of(ownership)).collectList().block();
	}

	private static List<PartitionOwnership> list(BlobCheckpointStore store) {
		return store.listOwnership("namespace", "hub", "hot").collectList().block();
	}

	private static Checkpoint checkpoint(String partition, long sequenceNumber, String offset) {
		return new Checkpoint().setFullyQualifiedNamespace("namespace")
			.setEventHubName("hub")
			.setConsumerGroup("hot")
			.setPartitionId(partition)
			.setSequenceNumber(sequenceNumber)
			.setOffsetString(offset);
	}

}
