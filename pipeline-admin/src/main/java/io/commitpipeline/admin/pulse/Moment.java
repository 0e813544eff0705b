package io.commitpipeline.admin.pulse;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of the past, as long as a step of the chart.
 *
 * @param at when it began
 * @param median how long half of its events took until they were counted, null without
 * any
 * @param slowest how long all but one in a hundred took
 * @param hotEvents the most events that waited to be counted, null if nobody told
 * @param coldEvents the most that waited to be in a file
 */
public record Moment(Instant at, Duration median, Duration slowest, Long hotEvents, Long coldEvents) {
}
