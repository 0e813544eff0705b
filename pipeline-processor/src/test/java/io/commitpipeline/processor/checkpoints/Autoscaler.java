package io.commitpipeline.processor.checkpoints;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;

/**
 * Asks for replicas as KEDA's scaler azure-eventhub does with the strategy blobMetadata:
 * pkg/scalers/azure_eventhub_scaler.go and azure/azure_eventhub_checkpoint.go of
 * kedacore/keda, as of 2.17.
 *
 * @param container of the checkpoints
 * @param namespace of the hub, in full: the scaler takes it and the hub as they are
 * @param hub its name
 * @param group consumer group, which alone is turned to lower case
 * @param threshold events that one replica may have waiting
 */
record Autoscaler(BlobContainerClient container, String namespace, String hub, String group, long threshold) {

	/**
	 * @param enqueued the last sequence number of each partition, which all begin at 0
	 */
	int replicas(List<Long> enqueued) {
		long waiting = IntStream.range(0, enqueued.size())
			.mapToLong((partition) -> waiting(partition, enqueued.get(partition)))
			.sum();
		// More than there are partitions would have nothing to do.
		long capped = (waiting / this.threshold > enqueued.size()) ? enqueued.size() * this.threshold : waiting;
		return Math.max(1, (int) Math.ceil((double) capped / this.threshold));
	}

	private long waiting(int partition, long enqueued) {
		BlobClient checkpoint = this.container.getBlobClient("%s/%s/%s/checkpoint/%d".formatted(this.namespace,
				this.hub, this.group.toLowerCase(Locale.ROOT), partition));
		if (!checkpoint.exists()) {
			return enqueued + 1;
		}
		return enqueued - Long.parseLong(checkpoint.getProperties().getMetadata().get("sequencenumber"));
	}

}
