package io.commitpipeline.admin.partitions;

import java.time.Instant;

/**
 * A hub of the name that is read: one that is created again is another.
 */
record Incarnation(int incarnation, String hub, Instant hubCreatedAt, Instant recognisedAt, long received) {
}
