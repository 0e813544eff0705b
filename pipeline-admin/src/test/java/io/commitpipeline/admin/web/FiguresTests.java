package io.commitpipeline.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	private final Figures figures = new Figures(ZoneOffset.UTC);

	@Test
	void thousandsAreSetApart() {
		assertThat(this.figures.count(1234567)).isEqualTo("1,234,567");
	}

	@Test
	void almostAllIsNotAHundredPercent() {
		assertThat(this.figures.percent(0.99999)).isEqualTo("99.9 %");
		assertThat(this.figures.percent(1)).isEqualTo("100.0 %");
	}

	@Test
	void slowRatesKeepTheirFraction() {
		assertThat(this.figures.rate(0.5)).isEqualTo("0.5/s");
		assertThat(this.figures.rate(1)).isEqualTo("1/s");
		assertThat(this.figures.rate(10499.6)).isEqualTo("10,500/s");
	}

	@Test
	void timesAreInUtc() {
		assertThat(this.figures.dateTime(Instant.parse("2025-11-24T23:59:01Z"))).isEqualTo("2025-11-24 23:59:01");
	}

	@Test
	void theCommitsOwnClockCountsDaysFromOne() {
		assertThat(this.figures.commitTime(0)).isEqualTo("day 1, 00:00");
		assertThat(this.figures.commitTime(24 * 60 + 65)).isEqualTo("day 2, 01:05");
	}

	@Test
	void durationsHaveTwoUnitsAtMost() {
		assertThat(this.figures.duration(Duration.ofSeconds(7))).isEqualTo("7 s");
		assertThat(this.figures.duration(Duration.ofSeconds(160))).isEqualTo("2 min 40 s");
		assertThat(this.figures.duration(Duration.ofSeconds(3700))).isEqualTo("1 h 1 min");
	}

}
