package io.commitpipeline.admin.completeness;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When to call missing events missing.
 *
 * @param settleAfter how long events may be on their way while nothing moves; longer than
 * the archive takes to roll a file
 */
@Validated
@ConfigurationProperties("pipeline.completeness")
public record CompletenessProperties(@NotNull @DefaultValue("6m") Duration settleAfter) {
}
