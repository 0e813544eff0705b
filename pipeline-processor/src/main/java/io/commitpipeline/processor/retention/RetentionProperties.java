package io.commitpipeline.processor.retention;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is kept, counted from when the hub took the event.
 *
 * @param metrics by minute; the other metrics of a run go when its last minute has gone,
 * and a run that is over is folded when all of it has
 * @param quarantine events that could not be counted, settled or not
 * @param audit what was done in the console, counted from when it was done
 */
@Validated
@ConfigurationProperties("pipeline.retention")
record RetentionProperties(@DurationMin(hours = 1) @DefaultValue("35d") Duration metrics,
		@DurationMin(hours = 1) @DefaultValue("90d") Duration quarantine,
		@DurationMin(hours = 1) @DefaultValue("400d") Duration audit) {

}
