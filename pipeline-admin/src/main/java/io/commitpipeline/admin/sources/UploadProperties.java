package io.commitpipeline.admin.sources;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be uploaded.
 *
 * @param maxSize the largest file
 * @param blockSize what an upload keeps in memory at once
 */
@Validated
@ConfigurationProperties("pipeline.uploads")
public record UploadProperties(@NotNull @DefaultValue("512MB") DataSize maxSize,
		@NotNull @DefaultValue("4MB") DataSize blockSize) {

}
