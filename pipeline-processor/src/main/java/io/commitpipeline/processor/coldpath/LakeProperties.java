package io.commitpipeline.processor.coldpath;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the archive lies.
 *
 * @param endpoint of the Data Lake service
 * @param accountName needed with an account key only
 * @param accountKey shared key; without it the application's own identity is used
 * @param responseTimeout how long it may take to answer before a request counts as lost
 */
@Validated
@ConfigurationProperties("pipeline.lake")
record LakeProperties(@NotBlank String endpoint, String accountName, String accountKey,
		@NotNull @DefaultValue("15s") Duration responseTimeout) {

	@Override
	public String toString() {
		return "LakeProperties[endpoint=" + this.endpoint + "]";
	}

}
