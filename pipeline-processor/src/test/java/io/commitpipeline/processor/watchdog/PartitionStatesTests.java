package io.commitpipeline.processor.watchdog;

import java.util.List;

import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Waits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PartitionStatesTests {

	private final PartitionStates states = new PartitionStates(mock(Waits.class), mock(ApplicationEventPublisher.class),
			new SimpleMeterRegistry());

	@Test
	void onlyThePartitionThatStandsStillIsStuckOnItsPathAndNoLongerThanThat() {
		this.states.report(List.of(watch(3, true), watch(2, false)));
		assertThat(this.states.isStuck(new ProgressKey(ConsumerGroup.HOT, 3, 1))).isTrue();
		assertThat(this.states.isStuck(new ProgressKey(ConsumerGroup.HOT, 2, 1))).isFalse();
		assertThat(this.states.isStuck(new ProgressKey(ConsumerGroup.COLD, 3, 1))).isFalse();
		this.states.report(List.of(watch(3, false), watch(2, false)));
		assertThat(this.states.isStuck(new ProgressKey(ConsumerGroup.HOT, 3, 1))).isFalse();
	}

	private static Watch watch(int partition, boolean stuck) {
		Watch watch = mock();
		OwnedPartition owned = mock();
		given(owned.key()).willReturn(new ProgressKey(ConsumerGroup.HOT, partition, 1));
		given(watch.partition()).willReturn(owned);
		given(watch.isStuck()).willReturn(stuck);
		return watch;
	}

}
