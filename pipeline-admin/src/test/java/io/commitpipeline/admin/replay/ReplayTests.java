package io.commitpipeline.admin.replay;

import java.time.Instant;
import java.util.UUID;

import io.commitpipeline.admin.replay.Replay.Command;
import io.commitpipeline.admin.replay.Replay.Phase;
import io.commitpipeline.admin.replay.Replay.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTests {

	private static final Instant NOW = Instant.parse("2025-11-24T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "START, PENDING, STARTING", "STOP, PENDING, STOPPED", "START, RUNNING, RUNNING",
			"STOP, RUNNING, STOPPING", "STOP, STOPPED, STOPPED", "START, STOPPED, STARTING",
			"START, COMPLETED, COMPLETED", "STOP, COMPLETED, COMPLETED", "START, FAILED, FAILED" })
	void commandAndStateMakeAPhase(Command command, State state, Phase phase) {
		assertThat(replay(command, state, NOW.plusSeconds(5)).phase(NOW)).isEqualTo(phase);
	}

	@ParameterizedTest
	@CsvSource({ "START", "STOP" })
	void aProducerThatLetItsLeaseRunOutHasLeftTheReplayAlone(Command command) {
		assertThat(replay(command, State.RUNNING, NOW.minusSeconds(5)).phase(NOW)).isEqualTo(Phase.UNATTENDED);
	}

	@Test
	void aReplayThatNoProducerHoldsWaitsOrIsLeftAlone() {
		assertThat(replay(Command.START, State.PENDING, null).phase(NOW)).isEqualTo(Phase.WAITING);
		assertThat(replay(Command.START, State.RUNNING, null).phase(NOW)).isEqualTo(Phase.UNATTENDED);
	}

	@ParameterizedTest
	@CsvSource({ "START, RUNNING, false, true", "STOP, RUNNING, true, false", "STOP, COMPLETED, false, false" })
	void onlyWhatWouldChangeSomethingIsOffered(Command command, State state, boolean start, boolean stop) {
		Replay replay = replay(command, state, NOW);
		assertThat(replay.offersStart()).isEqualTo(start);
		assertThat(replay.offersStop()).isEqualTo(stop);
	}

	private static Replay replay(Command command, State state, Instant leaseUntil) {
		return new Replay(UUID.randomUUID(), "commits.csv", 500, command, state, null, leaseUntil, null, 0, 0, 0, null,
				null, null, 0);
	}

}
