package io.commitpipeline.processor.coldpath;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the archive lies.
 *
 * @param endpoint of the Data Lake service
 * @param accountName needed with an account key only
 * @param accountKey shared key; without it the application's own identity is used
 */
@Validated
@ConfigurationProperties("pipeline.lake")
record LakeProperties(@NotBlank String endpoint, String accountName, String accountKey) {

	@Override
	public String toString() {
		return "LakeProperties[endpoint=" + this.endpoint + "]";
	}

}
