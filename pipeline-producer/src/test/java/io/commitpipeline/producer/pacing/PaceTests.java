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
		this.pace.setRate(rate);
		assertThat(rowsWithin(Duration.ofSeconds(10))).isCloseTo(rate * 10, within(1 + rate / 2));
	}

	@Test
	void aHiccupIsCaughtUp() {
		this.pace.setRate(100);
		this.now.addAndGet(Duration.ofMillis(300).toNanos());
		assertThat(rowsWithin(Duration.ofMillis(700))).isCloseTo(100, within(2));
	}

	@Test
	void aStallIsNotFollowedByAFlood() {
		this.pace.setRate(100);
		this.now.addAndGet(Duration.ofSeconds(60).toNanos());
		assertThat(rowsWithin(Duration.ofSeconds(1))).isCloseTo(150, within(2));
	}

	@Test
	void aNewRateCountsFromNow() {
		this.pace.setRate(1);
		this.pace.advance();
		assertThat(this.pace.nanosUntilDue()).isPositive();
		this.pace.setRate(1000);
		assertThat(this.pace.nanosUntilDue()).isZero();
	}

	@Test
	void withoutARateEveryRowIsDue() {
		this.pace.advance();
		assertThat(this.pace.nanosUntilDue()).isZero();
	}

	private int rowsWithin(Duration duration) {
		long end = this.now.get() + duration.toNanos();
		int rows = 0;
		while (this.now.get() - end < 0) {
			long wait = this.pace.nanosUntilDue();
			if (wait > 0) {
				this.now.addAndGet(wait);
			}
			else {
				this.pace.advance();
				rows++;
			}
		}
		return rows;
	}

}
