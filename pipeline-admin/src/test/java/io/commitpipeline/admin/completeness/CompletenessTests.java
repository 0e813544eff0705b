package io.commitpipeline.admin.completeness;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessTests {

	private static final Instant NOW = Instant.parse("2025-11-24T12:00:00Z");

	private static final Duration SETTLE_AFTER = Duration.ofMinutes(6);

	@Test
	void nothingSentIsNotCalledComplete() {
		assertThat(state(new Completeness(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, true, null)))
			.isEqualTo(CompletenessState.EMPTY);
	}

	@Test
	void everythingAccountedForIsComplete() {
		assertThat(state(new Completeness(10, 1, 11, 9, 1, 1, 11, 2, 0, 0, true, NOW)))
			.isEqualTo(CompletenessState.COMPLETE);
	}

	@Test
	void eventsOnTheirWayAreInProgressWhileThingsMove() {
		assertThat(state(missingSince(NOW.minus(Duration.ofMinutes(5))))).isEqualTo(CompletenessState.IN_PROGRESS);
	}

	@Test
	void eventsStillMissingWhenNothingMovesAnyMoreAreIncomplete() {
		assertThat(state(missingSince(NOW.minus(Duration.ofMinutes(7))))).isEqualTo(CompletenessState.INCOMPLETE);
	}

	@Test
	void aGapIsIncompleteAtOnce() {
		assertThat(state(new Completeness(10, 0, 10, 10, 0, 0, 10, 2, 1, 0, false, NOW)))
			.isEqualTo(CompletenessState.INCOMPLETE);
	}

	@Test
	void somebodyIsToldOnceNothingMovesAnyMore() {
		assertThat(waitsInVain(missingSince(NOW.minus(Duration.ofMinutes(5))))).isFalse();
		assertThat(waitsInVain(missingSince(NOW.minus(Duration.ofMinutes(7))))).isTrue();
	}

	@Test
	void eventsCountedTooOftenAreToldAsWell() {
		assertThat(waitsInVain(new Completeness(10, 0, 10, 11, 0, 0, 10, 2, 0, 0, false, null))).isTrue();
	}

	@Test
	void nobodyIsToldForEverOfAGapThatNothingCloses() {
		assertThat(waitsInVain(new Completeness(10, 0, 9, 9, 0, 0, 9, 2, 1, 0, false, null))).isFalse();
		assertThat(waitsInVain(new Completeness(10, 0, 9, 8, 0, 0, 9, 2, 1, 1, false, null))).isTrue();
	}

	@Test
	void whatIsMissingIsSaidByPath() {
		Completeness completeness = missingSince(NOW);
		assertThat(completeness.notCounted()).isEqualTo(3);
		assertThat(completeness.notArchived()).isEqualTo(4);
	}

	private static Completeness missingSince(Instant lastProgressAt) {
		return new Completeness(10, 0, 8, 6, 1, 1, 4, 1, 0, 4, false, lastProgressAt);
	}

	private static boolean waitsInVain(Completeness completeness) {
		return completeness.waitsInVain(NOW, SETTLE_AFTER);
	}

	private static CompletenessState state(Completeness completeness) {
		return completeness.state(NOW, SETTLE_AFTER);
	}

}
