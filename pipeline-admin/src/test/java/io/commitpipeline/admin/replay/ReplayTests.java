package io.commitpipeline.admin.replay;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;

import io.commitpipeline.admin.replay.Replay.Command;
import io.commitpipeline.admin.replay.Replay.Phase;
import io.commitpipeline.admin.replay.Replay.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTests {

	private static final Instant NOW = Instant.parse("2025-11-24T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "START, PENDING, STARTING", "PAUSE, PENDING, PAUSING", "STOP, PENDING, STOPPING",
			"START, RUNNING, RUNNING", "PAUSE, RUNNING, PAUSING", "STOP, RUNNING, STOPPING", "PAUSE, PAUSED, PAUSED",
			"START, PAUSED, STARTING", "STOP, PAUSED, STOPPING", "STOP, STOPPED, STOPPED",
			"START, COMPLETED, COMPLETED", "STOP, COMPLETED, COMPLETED", "START, FAILED, FAILED" })
	void commandAndStateMakeAPhase(Command command, State state, Phase phase) {
		assertThat(replay(command, state, NOW.plusSeconds(5)).phase(NOW)).isEqualTo(phase);
	}

	@ParameterizedTest
	@EnumSource(Command.class)
	void aProducerThatLetItsLeaseRunOutHasLeftTheReplayAlone(Command command) {
		assertThat(replay(command, State.RUNNING, NOW.minusSeconds(5)).phase(NOW)).isEqualTo(Phase.UNATTENDED);
	}

	@Test
	void aReplayThatNoProducerHoldsWaitsOrIsLeftAlone() {
		assertThat(replay(Command.START, State.PENDING, null).phase(NOW)).isEqualTo(Phase.WAITING);
		assertThat(replay(Command.START, State.RUNNING, null).phase(NOW)).isEqualTo(Phase.UNATTENDED);
	}

	@ParameterizedTest
	@CsvSource({ "START, RUNNING, false, true, true", "PAUSE, RUNNING, true, false, true",
			"STOP, RUNNING, false, false, false" })
	void onlyWhatWouldChangeSomethingIsOffered(Command command, State state, boolean resume, boolean pause,
			boolean stop) {
		Replay replay = replay(command, state, NOW);
		assertThat(replay.offersResume()).isEqualTo(resume);
		assertThat(replay.offersPause()).isEqualTo(pause);
		assertThat(replay.offersStop()).isEqualTo(stop);
	}

	private static Replay replay(Command command, State state, Instant leaseUntil) {
		return new Replay(UUID.randomUUID(), "commits.csv", 500, null, command, state, null, leaseUntil, null, 0, 0, 0,
				null, null, null, 0, EnumSet.of(Move.RESUME, Move.PAUSE, Move.STOP));
	}

}
