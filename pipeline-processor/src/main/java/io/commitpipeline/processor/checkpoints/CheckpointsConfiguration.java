package io.commitpipeline.processor.checkpoints;

import java.time.Duration;

import com.azure.core.credential.TokenCredential;
import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.storage.blob.BlobServiceAsyncClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Clients for the checkpoint containers.
 */
@Configuration(proxyBeanMethods = false)
class CheckpointsConfiguration {

	/** An ownership that is renewed late is lost: rather fail soon and try anew. */
	private static final RequestRetryOptions RETRIES = new RequestRetryOptions(RetryPolicyType.FIXED, 2,
			Duration.ofSeconds(4), Duration.ofMillis(200), Duration.ofMillis(200), null);

	@Bean
	CheckpointContainers checkpointContainers(CheckpointsProperties properties,
			ObjectProvider<TokenCredential> credential) {
		BlobServiceClientBuilder builder = new BlobServiceClientBuilder().endpoint(properties.endpoint())
			.retryOptions(RETRIES);
		if (properties.accountKey() != null) {
			builder.credential(new StorageSharedKeyCredential(properties.accountName(), properties.accountKey()));
		}
		else {
			builder.credential(credential.getObject());
		}
		BlobServiceAsyncClient blobs = builder.buildAsyncClient();
		return new CheckpointContainers(
				(group) -> new BlobCheckpointStore(blobs.getBlobContainerAsyncClient(group.id())));
	}

}
