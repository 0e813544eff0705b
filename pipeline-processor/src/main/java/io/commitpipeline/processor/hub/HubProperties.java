package io.commitpipeline.processor.hub;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the hub does not say about itself.
 *
 * @param retention how long it keeps an event
 */
@Validated
@ConfigurationProperties("pipeline.hub")
public record HubProperties(@NotNull @DefaultValue("1d") Duration retention) {

}
