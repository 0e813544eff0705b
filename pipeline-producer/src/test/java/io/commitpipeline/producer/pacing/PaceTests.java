package io.commitpipeline.producer.pacing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PaceTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

	private final Pace pace = new Pace(this.now::get);

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 500, 3333, 100_000 })
	void theRateIsKeptOverTenSeconds(int rate) {
		this.pace.set(new Tempo(rate, null), 0);
		assertThat(rowsWithin(Duration.ofSeconds(10))).isCloseTo(rate * 10, within(1 + rate / 2));
	}

	@Test
	void aHiccupIsCaughtUp() {
		this.pace.set(new Tempo(100, null), 0);
		this.now.addAndGet(Duration.ofMillis(300).toNanos());
		assertThat(rowsWithin(Duration.ofMillis(700))).isCloseTo(100, within(2));
	}

	@Test
	void aStallIsNotFollowedByAFlood() {
		this.pace.set(new Tempo(100, null), 0);
		this.now.addAndGet(Duration.ofSeconds(60).toNanos());
		assertThat(rowsWithin(Duration.ofSeconds(1))).isCloseTo(150, within(2));
	}

	@Test
	void aNewRateCountsFromNow() {
		this.pace.set(new Tempo(1, null), 0);
		this.pace.advance(0);
		assertThat(this.pace.nanosUntilDue(0)).isPositive();
		this.pace.set(new Tempo(1000, null), 0);
		assertThat(this.pace.nanosUntilDue(0)).isZero();
	}

	@Test
	void withoutARateEveryRowIsDue() {
		this.pace.advance(0);
		assertThat(this.pace.nanosUntilDue(0)).isZero();
	}

	@Test
	void theCommitsOwnClockSetsThePaceFromTheFirstRowOn() {
		this.pace.set(new Tempo(null, 120), 1000);
		assertThat(this.pace.nanosUntilDue(1000)).isZero();
		this.pace.advance(1000);
		assertThat(this.pace.nanosUntilDue(1001)).isEqualTo(Duration.ofMillis(500).toNanos());
		assertThat(this.pace.nanosUntilDue(1480)).isEqualTo(Duration.ofMinutes(4).toNanos());
	}

	@Test
	void aRowThatGoesOutAgainDoesNotTurnTheClockBack() {
		this.pace.set(new Tempo(null, 60), 0);
		this.pace.advance(10);
		this.now.addAndGet(Duration.ofSeconds(10).toNanos());
		this.pace.advance(4);
		assertThat(this.pace.nanosUntilDue(11)).isEqualTo(Duration.ofSeconds(1).toNanos());
	}

	private int rowsWithin(Duration duration) {
		long end = this.now.get() + duration.toNanos();
		int rows = 0;
		while (this.now.get() - end < 0) {
			long wait = this.pace.nanosUntilDue(0);
			if (wait > 0) {
				this.now.addAndGet(wait);
			}
			else {
				this.pace.advance(0);
				rows++;
			}
		}
		return rows;
	}

}
