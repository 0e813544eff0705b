package io.commitpipeline.admin.lake;

import com.azure.core.credential.TokenCredential;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client of the lake: with a shared key where there is one, else with the
 * application's own identity.
 */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

	@Bean
	DataLakeServiceClient lake(LakeProperties properties, ObjectProvider<TokenCredential> credentials) {
		DataLakeServiceClientBuilder builder = new DataLakeServiceClientBuilder().endpoint(properties.endpoint());
		if (properties.hasKey()) {
			builder.credential(new StorageSharedKeyCredential(properties.accountName(), properties.accountKey()));
		}
		else {
			builder.credential(credentials.getObject());
		}
		return builder.buildClient();
	}

}
