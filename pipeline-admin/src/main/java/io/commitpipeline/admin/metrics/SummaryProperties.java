package io.commitpipeline.admin.metrics;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How metrics are summed for pages.
 *
 * @param patience how long a page waits for sums that nobody has asked for lately
 * @param fresh how old sums may be before they are summed anew, behind the page's back
 */
@Validated
@ConfigurationProperties("pipeline.summaries")
record SummaryProperties(@NotNull @DefaultValue("25ms") Duration patience,
		@NotNull @DefaultValue("5s") Duration fresh) {
}
