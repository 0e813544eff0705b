package io.commitpipeline.admin.metrics;

import java.util.List;

/**
 * One author or component by itself.
 *
 * @param standing its figures
 * @param hours its commits by hour of the commits' own clock
 * @param entropies by range of entropy, none for a component
 */
record Detail(Standing standing, List<HourCount> hours, List<EntropyBucket> entropies) {
}
