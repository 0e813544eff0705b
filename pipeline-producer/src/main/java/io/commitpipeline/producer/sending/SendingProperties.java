package io.commitpipeline.producer.sending;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How rows are sent.
 *
 * @param answerTimeout after which a window whose answers are not complete is sent again
 * through a new sender; longer than the client's own retries take
 * @param maxEventSize what an event may be at most, with its properties
 */
@Validated
@ConfigurationProperties("pipeline.sending")
record SendingProperties(@NotNull @DefaultValue("90s") Duration answerTimeout,
		@NotNull @DefaultValue("1MB") DataSize maxEventSize) {

}
