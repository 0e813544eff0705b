package io.commitpipeline.proof.faults;

import java.nio.file.Path;

/**
 * What came of a round.
 *
 * @param seed of the trial
 * @param events that the hub was sent
 * @param planted whether the defect, if there is one, was in the applications
 * @param directory with the logs of the applications
 */
record Result(String trial, long seed, int round, long events, Findings findings, boolean planted, Path directory) {

	@Override
	public String toString() {
		return "%s: seed %d, round %d, %d events: %s, see %s".formatted(this.trial, this.seed, this.round, this.events,
				this.findings, this.directory);
	}

}
