package io.commitpipeline.processor.connections;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many connections to PostgreSQL there are at most.
 *
 * @param hot for counting
 * @param cold for the manifest
 * @param questions for health, lag, the schema and where to start
 */
@Validated
@ConfigurationProperties("pipeline.connections")
record ConnectionsProperties(@Positive @DefaultValue("6") int hot, @Positive @DefaultValue("4") int cold,
		@Positive @DefaultValue("3") int questions) {

}
