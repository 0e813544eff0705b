package io.commitpipeline.processor.coldpath;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.azure.core.credential.TokenCredential;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.processor.events.EventBatch;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The consumer of the cold path and its lake.
 */
@Configuration(proxyBeanMethods = false)
class ColdPathConfiguration {

	private static final String FILE_SYSTEM = "archive";

	/**
	 * A lake that hangs fails within two minutes: beyond that, trying again is our own
	 * work.
	 */
	private static final RequestRetryOptions RETRIES = new RequestRetryOptions(RetryPolicyType.EXPONENTIAL, 3,
			Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(5), null);

	@Bean
	Consumer<Message<List<byte[]>>> coldPath(OwnedPartitions owned, EventArchiver archiver) {
		return (message) -> {
			EventBatch batch = EventBatch.of(message);
			owned.inTurn(ConsumerGroup.COLD, batch.partition(),
					(partition) -> archiver.take(partition, batch.events()));
		};
	}

	@Bean
	Lake lake(LakeProperties properties, ObjectProvider<TokenCredential> credential) {
		DataLakeServiceClientBuilder builder = new DataLakeServiceClientBuilder().endpoint(properties.endpoint())
			.retryOptions(RETRIES);
		if (properties.accountKey() != null) {
			builder.credential(new StorageSharedKeyCredential(properties.accountName(), properties.accountKey()));
		}
		else {
			builder.credential(credential.getObject());
		}
		return new Lake(builder.buildClient().getFileSystemClient(FILE_SYSTEM));
	}

}
