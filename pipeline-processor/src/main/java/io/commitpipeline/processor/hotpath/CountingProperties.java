package io.commitpipeline.processor.hotpath;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is counted in one transaction.
 *
 * @param batch how many events the binder hands over at once while there are more
 * @param maxEvents of one transaction
 * @param maxBytes of their bodies
 * @param maxAge how long an event may wait for others
 */
@Validated
@ConfigurationProperties("pipeline.counting")
record CountingProperties(@Positive int batch, @Positive @DefaultValue("1000") int maxEvents,
		@NotNull @DefaultValue("4MB") DataSize maxBytes, @NotNull @DefaultValue("250ms") Duration maxAge) {

}
