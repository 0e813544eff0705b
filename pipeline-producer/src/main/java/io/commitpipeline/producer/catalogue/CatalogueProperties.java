package io.commitpipeline.producer.catalogue;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the list of sources is kept.
 *
 * @param interval how often the lake is looked into
 */
@Validated
@ConfigurationProperties("pipeline.catalogue")
record CatalogueProperties(@NotNull @DefaultValue("5s") Duration interval) {

}
