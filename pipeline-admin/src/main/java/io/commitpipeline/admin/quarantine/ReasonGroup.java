package io.commitpipeline.admin.quarantine;

import java.time.Instant;

/**
 * Events that are in quarantine for the same reason.
 *
 * @param reason the reason, without what is particular to one event
 * @param open events that wait for a decision; counted up to a limit
 * @param discarded events that stay for good
 * @param firstAt when the first of them was put there
 * @param lastAt when the last was
 */
record ReasonGroup(String reason, long open, long discarded, Instant firstAt, Instant lastAt) {
}
