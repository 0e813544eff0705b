package io.commitpipeline.processor.hotpath;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenRowsTests {

	@Test
	void bitZeroOfTheBitmapIsTheHighestRow() {
		SeenRows rows = SeenRows.none(16);
		rows.add(3);
		rows.add(5);
		assertThat(rows.highest()).isEqualTo(5);
		assertThat(rows.bitmap()).containsExactly(0b101, 0);
	}

	@Test
	void aRowBehindTheWindowIsADuplicate() {
		SeenRows rows = SeenRows.none(10);
		rows.add(100);
		assertThat(rows.add(91)).isTrue();
		assertThat(rows.add(90)).isFalse();
	}

	/**
	 * The oracle remembers every row; the rows come as out of order as the window allows.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 8, 64, 2000 })
	void whateverTheOrderEachRowIsNewOnce(int window) {
		Random random = new Random(window);
		SeenRows rows = SeenRows.none(window);
		Set<Long> oracle = new HashSet<>();
		long highest = 0;
		for (int i = 0; i < 20_000; i++) {
			highest = Math.max(highest, highest + random.nextInt(-2, (i % 1000 == 0) ? 3 * window : 4));
			long row = Math.max(0, highest - random.nextInt(window));
			assertThat(rows.add(row)).as("row %d", row).isEqualTo(oracle.add(row));
			highest = Math.max(highest, rows.highest());
			if (i % 100 == 0) {
				rows = SeenRows.of(window, rows.highest(), rows.bitmap());
			}
		}
	}

}
