package io.commitpipeline.processor.hotpath;

import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.progress.RewindException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;

/**
 * What happens when an event is not the next one.
 */
class JumpTests extends CounterSlice {

	@Test
	void aJumpRewindsAsOftenAsItComesWhileTheHubHasWhatIsMissing() {
		this.counter.take(this.partition, TestEvents.rows(0, 9));
		given(this.hub.firstFrom(3, 10)).willReturn(10L);
		List<ReceivedEvent> later = TestEvents.rows(15, 19);
		assertThatExceptionOfType(RewindException.class).isThrownBy(() -> this.counter.take(this.partition, later));
		assertThatExceptionOfType(RewindException.class).isThrownBy(() -> this.counter.take(take(), later));
		this.counter.take(take(), TestEvents.rows(10, 19));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("20/0/0");
		assertThat(this.jdbc.queryForObject("select count(*) from sequence_gaps", Long.class)).isZero();
	}

	@Test
	void whatTheHubItselfLeavesOutIsAGap() {
		this.counter.take(this.partition, TestEvents.rows(0, 9));
		given(this.hub.firstFrom(3, 10)).willReturn(15L);
		this.counter.take(this.partition, TestEvents.rows(15, 19));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("15/0/0");
		assertThat(this.jdbc.queryForObject("select first_missing || '-' || last_missing from sequence_gaps",
				String.class))
			.isEqualTo("10-14");
	}

	@Test
	void whatRetentionTookIsAGapAtOnce() {
		this.counter.take(this.partition, TestEvents.rows(0, 9));
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 15, 19));
		this.counter.take(this.partition, TestEvents.rows(15, 19));
		assertThat(this.jdbc.queryForObject("select reason from sequence_gaps", String.class)).contains("retention");
	}

	@Test
	void aHoleWithinABatchRewindsToTheHole() {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 9));
		events.remove(5);
		assertThatExceptionOfType(RewindException.class).isThrownBy(() -> this.counter.take(this.partition, events));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("5/0/0");
		this.counter.take(take(), TestEvents.rows(5, 9));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("10/0/0");
		assertThat(this.jdbc.queryForObject("select count(*) from sequence_gaps", Long.class)).isZero();
	}

	@Test
	void aFirstEventAboveZeroIsNoGapIfTheHubBeginsThere() {
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 500, 509));
		this.counter.take(this.partition, TestEvents.rows(500, 509));
		assertThat(this.jdbc.queryForObject("select first_sequence_number from progress", Long.class)).isEqualTo(500);
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("10/0/0");
		assertThat(this.jdbc.queryForObject("select count(*) from sequence_gaps", Long.class)).isZero();
	}

	@Test
	void theFirstEventsOfALostReaderAreNotMissedByTheNext() {
		for (long begin : new long[] { 0, 5 }) {
			given(this.hub.partition(3)).willReturn(new PartitionState(3, begin, 19));
			given(this.hub.firstFrom(3, begin)).willReturn(begin);
			assertThatExceptionOfType(RewindException.class)
				.isThrownBy(() -> this.counter.take(this.partition, TestEvents.rows(10, 19)));
		}
		this.counter.take(take(), TestEvents.rows(5, 19));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("15/0/0");
	}

}
