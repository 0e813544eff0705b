package io.commitpipeline.processor.checkpoints;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where ownership and checkpoints are kept.
 *
 * @param endpoint of the Blob service
 * @param accountName needed with an account key only
 * @param accountKey shared key; without it the application's own identity is used
 */
@Validated
@ConfigurationProperties("pipeline.checkpoints")
public record CheckpointsProperties(@NotBlank String endpoint, String accountName, String accountKey) {

	@Override
	public String toString() {
		return "CheckpointsProperties[endpoint=" + this.endpoint + "]";
	}

}
