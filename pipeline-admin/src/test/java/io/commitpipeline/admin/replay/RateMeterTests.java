package io.commitpipeline.admin.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.commitpipeline.admin.replay.Replay.Command;
import io.commitpipeline.admin.replay.Replay.State;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

class RateMeterTests {

	private static final Instant START = Instant.parse("2025-11-24T12:00:00Z");

	private final UUID runId = UUID.randomUUID();

	private final ReplayQueries replays = mock(ReplayQueries.class);

	private final Clock clock = mock(Clock.class);

	private final RateMeter meter = new RateMeter(this.replays, this.clock);

	@Test
	void oneLookIsNotEnough() {
		look(0, 1000);
		assertThat(this.meter.rate(running(1000))).isEmpty();
	}

	@Test
	void theRateIsWhatWasSentBetweenTwoLooks() {
		look(0, 1000);
		look(2, 1900);
		assertThat(this.meter.rate(running(1900))).hasValue(450);
	}

	@Test
	void whatLiesMoreThanTenSecondsBackDoesNotCount() {
		look(0, 0);
		look(5, 100_000);
		look(15, 101_000);
		assertThat(this.meter.rate(running(101_000))).hasValue(100);
	}

	@Test
	void anotherRunStartsAnew() {
		look(0, 1000);
		look(2, 1900);
		assertThat(this.meter.rate(replay(UUID.randomUUID(), 1900, null))).isEmpty();
	}

	@Test
	void aFinishedRunShowsItsMean() {
		assertThat(this.meter.rate(replay(this.runId, 5000, START.plusSeconds(10)))).hasValue(500);
	}

	@Test
	void measuringGoesOnAfterTheDatabaseWasAway() {
		look(0, 1000);
		willThrow(new DataAccessResourceFailureException("away")).given(this.replays).current();
		this.meter.sample();
		willReturn(Optional.of(running(1800))).given(this.replays).current();
		given(this.clock.instant()).willReturn(START.plusSeconds(4));
		this.meter.sample();
		assertThat(this.meter.rate(running(1800))).hasValue(200);
	}

	private void look(long second, long nextRow) {
		given(this.clock.instant()).willReturn(START.plusSeconds(second));
		given(this.replays.current()).willReturn(Optional.of(running(nextRow)));
		this.meter.sample();
	}

	private Replay running(long nextRow) {
		return replay(this.runId, nextRow, null);
	}

	private static Replay replay(UUID runId, long nextRow, Instant finishedAt) {
		return new Replay(UUID.randomUUID(), "commits.csv", 500, null, Command.START, State.RUNNING, null, null, runId,
				200_000, nextRow, 0, null, START, finishedAt, 0, Set.of());
	}

}
