package io.commitpipeline.processor.coldpath;

import java.time.Duration;

import com.azure.core.credential.TokenCredential;
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
	 * A lake that hangs fails within two minutes: beyond that, trying again is our own
	 * work.
	 */
	private static final RequestRetryOptions RETRIES = new RequestRetryOptions(RetryPolicyType.EXPONENTIAL, 3,
			Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(5), null);

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
