package io.commitpipeline.processor.watchdog;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a partition counts as standing still, and what follows.
 *
 * @param interval between two looks
 * @param patience how long events may wait without one being taken, and a file of the
 * archive beyond its age
 * @param restarts of the binding before the process is given up
 */
@Validated
@ConfigurationProperties("pipeline.watchdog")
record WatchdogProperties(@NotNull @DefaultValue("2s") Duration interval,
		@NotNull @DefaultValue("45s") Duration patience, @Positive @DefaultValue("2") int restarts) {

}
