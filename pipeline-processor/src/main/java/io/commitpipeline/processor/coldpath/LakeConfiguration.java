package io.commitpipeline.processor.coldpath;

import java.time.Duration;

import com.azure.core.credential.TokenCredential;
import com.azure.core.util.HttpClientOptions;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * The archive's file system.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LakeProperties.class)
public class LakeConfiguration {

	private static final String FILE_SYSTEM = "archive";

	/**
	 * A lake that hangs fails within a minute: beyond that, trying again is our own work.
	 * The try's own time-out counts only where the client works asynchronously inside.
	 */
	private static final RequestRetryOptions RETRIES = new RequestRetryOptions(RetryPolicyType.EXPONENTIAL, 3,
			Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(5), null);

	@Bean
	Lake lake(LakeProperties properties, ObjectProvider<TokenCredential> credential) {
		DataLakeServiceClientBuilder builder = new DataLakeServiceClientBuilder().endpoint(properties.endpoint())
			.retryOptions(RETRIES)
			.clientOptions(new HttpClientOptions().setResponseTimeout(properties.responseTimeout()));
		if (properties.accountKey() != null) {
			builder.credential(new StorageSharedKeyCredential(properties.accountName(), properties.accountKey()));
		}
		else {
			builder.credential(credential.getObject());
		}
		return new Lake(builder.buildClient().getFileSystemClient(FILE_SYSTEM));
	}

}
