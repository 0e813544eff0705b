package io.commitpipeline.producer.sending;

import java.util.UUID;

import io.commitpipeline.producer.commits.Commit;

/**
 * A commit to send.
 *
 * @param runId the run it belongs to
 * @param row its number in the run's order, from 0
 * @param commit the commit
 */
public record OutgoingCommit(UUID runId, long row, Commit commit) {

}
