package io.commitpipeline.processor.checkpoints;

import com.azure.messaging.eventhubs.EventProcessorClientBuilder;
import com.azure.messaging.eventhubs.models.CloseContext;
import com.azure.messaging.eventhubs.models.CloseReason;
import com.azure.messaging.eventhubs.models.ErrorContext;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.InitializationContext;
import com.azure.spring.cloud.core.customizer.AzureServiceClientBuilderCustomizer;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.retry.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Notices when partitions are taken and lost, and starts one without progress at its
 * earliest event: the SDK's own default is the latest, which would lose.
 */
@Component
class PartitionHooks implements AzureServiceClientBuilderCustomizer<EventProcessorClientBuilder> {

	private static final Logger logger = LoggerFactory.getLogger(PartitionHooks.class);

	private final OwnedPartitions owned;

	private final CheckpointCopies copies;

	private final Shutdown shutdown;

	PartitionHooks(OwnedPartitions owned, CheckpointCopies copies, Shutdown shutdown) {
		this.owned = owned;
		this.copies = copies;
		this.shutdown = shutdown;
	}

	@Override
	public void customize(EventProcessorClientBuilder builder) {
		builder.initialPartitionEventPosition((partition) -> EventPosition.earliest())
			.processPartitionInitialization(this::taken)
			.processPartitionClose(this::lost)
			.processError(this::failed);
	}

	private void taken(InitializationContext context) {
		logger.info("Took {}", this.owned.take(context.getPartitionContext()));
	}

	private void lost(CloseContext context) {
		this.owned.lose(context.getPartitionContext());
		this.copies.write(context.getPartitionContext()).subscribe();
		logger.info("Lost partition {} of path '{}': {}", context.getPartitionContext().getPartitionId(),
				context.getPartitionContext().getConsumerGroup(), context.getCloseReason());
		if (context.getCloseReason() == CloseReason.EVENT_PROCESSOR_SHUTDOWN) {
			// Next the SDK would wait ten seconds, on the pump's thread, for this very
			// thread to end.
			Thread.currentThread().interrupt();
		}
	}

	private void failed(ErrorContext context) {
		// The SDK reports as errors how it stops itself.
		if (!this.shutdown.hasBegun()) {
			logger.warn("Reading partition {} for path '{}' failed", context.getPartitionContext().getPartitionId(),
					context.getPartitionContext().getConsumerGroup(), context.getThrowable());
		}
	}

}
