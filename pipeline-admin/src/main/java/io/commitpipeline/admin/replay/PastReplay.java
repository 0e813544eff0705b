package io.commitpipeline.admin.replay;

import java.time.Instant;
import java.util.UUID;

/**
 * A replay with what came of it.
 *
 * @param id identifies it
 * @param source path of the commit log
 * @param state how it stands
 * @param failure why it failed, null if it did not
 * @param rate commits per second asked for
 * @param speedUp minutes of commit time per minute asked for
 * @param createdAt when it was asked for
 * @param endedAt when it was over, null while it is not
 * @param runs how many runs it had
 * @param sent rows that the hub has accepted, in all runs
 * @param rejected rows that could not be sent
 * @param givenBy who asked for it, null if that was not in the console
 */
record PastReplay(UUID id, String source, String state, String failure, Integer rate, Integer speedUp,
		Instant createdAt, Instant endedAt, long runs, long sent, long rejected, String givenBy) {

	String pace() {
		return new Pace(this.rate, this.speedUp).toString();
	}

}
