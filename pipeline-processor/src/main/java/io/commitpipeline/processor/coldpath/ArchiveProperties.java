package io.commitpipeline.processor.coldpath;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When a file of the archive is full.
 *
 * @param rollAge how long the first event of a file waits for the file
 * @param rollSize how large a file grows
 */
@Validated
@ConfigurationProperties("pipeline.archive")
public record ArchiveProperties(@NotNull @DefaultValue("5m") Duration rollAge,
		@NotNull @DefaultValue("64MB") DataSize rollSize) {

}
