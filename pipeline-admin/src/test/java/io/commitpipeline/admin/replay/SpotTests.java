package io.commitpipeline.admin.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpotTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "day 12, 08:30|16350", "12 8:30|16350", "Day 1|0", "day 30, 23:59|43199" })
	void aCommitTimeIsReadAsPeopleWriteIt(String text, int minutes) {
		assertThat(Spot.of(text)).isEqualTo(new Spot(null, minutes));
		assertThat(Spot.of(Spot.of(text).toString())).isEqualTo(Spot.of(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "row 4711|4711", "row 1,000,000|1000000", "Row 0|0" })
	void aRowIsReadAsPeopleWriteIt(String text, long row) {
		assertThat(Spot.of(text)).isEqualTo(new Spot(row, null));
		assertThat(Spot.of(Spot.of(text).toString())).isEqualTo(Spot.of(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "day 0", "day 3, 24:00", "row", "row -1", "12:30", "row ,",
			"row 9999999999999999999" })
	void anythingElseIsRefused(String text) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Spot.of(text));
	}

	@Test
	void nothingIsNowhere() {
		assertThat(Spot.of(" ").isNowhere()).isTrue();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Spot.required(" "));
	}

}
