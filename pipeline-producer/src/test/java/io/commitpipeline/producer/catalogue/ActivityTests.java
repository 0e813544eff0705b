package io.commitpipeline.producer.catalogue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityTests {

	private final Activity activity = new Activity();

	@Test
	void rowsAreCountedByTheHour() {
		this.activity.add(0);
		this.activity.add(59);
		this.activity.add(60);
		this.activity.add(240);
		assertThat(this.activity.step()).isEqualTo(60);
		assertThat(this.activity.rows()).containsExactly(2L, 1L, 0L, 0L, 1L);
	}

	@Test
	void longLogsHaveLongerStretchesAndNoRowIsForgotten() {
		this.activity.add(0);
		this.activity.add(60);
		this.activity.add(43_199);
		this.activity.add(43_200);
		assertThat(this.activity.step()).isEqualTo(120);
		assertThat(this.activity.rows()).hasSize(361).startsWith(2L, 0L).endsWith(1L, 1L);
		this.activity.add(Integer.MAX_VALUE);
		assertThat(this.activity.rows()).hasSizeLessThanOrEqualTo(720);
		assertThat(Arrays.stream(this.activity.rows()).mapToLong(Long::longValue).sum()).isEqualTo(5);
	}

	@Test
	void nothingIsNothing() {
		assertThat(this.activity.rows()).isEmpty();
	}

}
