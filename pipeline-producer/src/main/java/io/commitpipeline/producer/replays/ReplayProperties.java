package io.commitpipeline.producer.replays;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How replays are run.
 *
 * @param windowRows W: the rows that may be on their way at once
 * @param windowSize their bytes that may be on their way at once
 * @param pollInterval how often commands are looked for
 * @param lease how long a replay is left to an owner that gives no sign of life
 * @param shutdownTimeout how long the end waits for the window that was begun
 * @param scratchDirectory where sources are put in order; needs little more room than the
 * largest source
 */
@Validated
@ConfigurationProperties("pipeline.replay")
record ReplayProperties(@Min(1) @Max(100_000) @DefaultValue("2000") int windowRows,
		@NotNull @DefaultValue("16MB") DataSize windowSize, @NotNull @DefaultValue("250ms") Duration pollInterval,
		@NotNull @DefaultValue("10s") Duration lease, @NotNull @DefaultValue("20s") Duration shutdownTimeout,
		@NotNull Path scratchDirectory) {

}
