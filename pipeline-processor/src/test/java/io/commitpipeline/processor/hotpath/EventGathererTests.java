package io.commitpipeline.processor.hotpath;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.retry.Shutdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

@SpringBootTest(classes = EventGathererTests.Slice.class, webEnvironment = WebEnvironment.NONE, properties = {
		"pipeline.counting.batch=4", "pipeline.counting.max-events=13", "pipeline.counting.max-bytes=100KB" })
class EventGathererTests {

	@Autowired
	private EventGatherer gatherer;

	@Autowired
	private OwnedPartitions owned;

	@MockitoBean
	private CommitCounter counter;

	@MockitoBean
	private Clock clock;

	private Instant now = Instant.EPOCH;

	private final List<List<Long>> counted = new ArrayList<>();

	private PartitionContext context;

	private OwnedPartition partition;

	@BeforeEach
	void take() {
		willAnswer((call) -> this.counted
			.add(call.<List<ReceivedEvent>>getArgument(1).stream().map(ReceivedEvent::sequenceNumber).toList()))
			.given(this.counter)
			.take(any(), any());
		given(this.clock.instant()).willAnswer((call) -> this.now);
		this.owned.startAt(ConsumerGroup.HOT, new StartingPoint(1, Instant.EPOCH, Map.of()));
		this.context = new PartitionContext("namespace", "commits", "hot", "3");
		this.partition = this.owned.take(this.context);
	}

	@Test
	void fullBatchesAreCountedTogetherWithTheFirstThatIsNot() {
		this.gatherer.take(this.partition, TestEvents.rows(0, 3));
		this.gatherer.take(this.partition, TestEvents.rows(4, 7));
		assertThat(this.counted).isEmpty();
		assertThat(this.partition.taken()).isEqualTo(7);
		this.gatherer.take(this.partition, TestEvents.rows(8, 8));
		assertThat(this.counted).containsExactly(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
	}

	@Test
	void aFullBatchIsCountedWhenNothingFollows() {
		this.gatherer.take(this.partition, TestEvents.rows(0, 3));
		this.gatherer.take(this.partition, List.of());
		assertThat(this.counted).containsExactly(List.of(0L, 1L, 2L, 3L));
	}

	@Test
	void noMoreEventsGatherThanOneTransactionMayHave() {
		for (int i = 0; i < 4; i++) {
			this.gatherer.take(this.partition, TestEvents.rows(4 * i, 4 * i + 3));
		}
		assertThat(this.counted).singleElement().satisfies((events) -> assertThat(events).hasSize(16));
	}

	@Test
	void noEventWaitsLongForOthersThoughEveryBatchIsFull() {
		this.gatherer.take(this.partition, TestEvents.rows(0, 3));
		this.now = this.now.plusMillis(249);
		this.gatherer.take(this.partition, TestEvents.rows(4, 7));
		assertThat(this.counted).isEmpty();
		this.now = this.now.plusMillis(1);
		this.gatherer.take(this.partition, TestEvents.rows(8, 11));
		assertThat(this.counted).singleElement().satisfies((events) -> assertThat(events).hasSize(12));
		this.gatherer.take(this.partition, TestEvents.rows(12, 15));
		assertThat(this.counted).hasSize(1);
	}

	@Test
	void noMoreBytesGatherThanOneTransactionMayHave() {
		List<ReceivedEvent> large = TestEvents.rows(0, 3)
			.stream()
			.map((event) -> TestEvents.event(event.sequenceNumber(), Map.of(), new byte[30_000]))
			.toList();
		this.gatherer.take(this.partition, large);
		assertThat(this.counted).hasSize(1);
	}

	@Test
	void whatGatheredBeforeThePartitionWasLostIsReadAgain() {
		this.gatherer.take(this.partition, TestEvents.rows(0, 3));
		this.owned.lose(this.context);
		OwnedPartition again = this.owned.take(new PartitionContext("namespace", "commits", "hot", "3"));
		this.gatherer.take(again, TestEvents.rows(0, 1));
		assertThat(this.counted).containsExactly(List.of(0L, 1L));
	}

	@Test
	void whatGatheredIsCountedBeforeTheProcessEnds() {
		this.gatherer.take(this.partition, TestEvents.rows(0, 3));
		this.gatherer.flush(this.partition);
		assertThat(this.counted).containsExactly(List.of(0L, 1L, 2L, 3L));
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import({ EventGatherer.class, Shutdown.class })
	@EnableConfigurationProperties(CountingProperties.class)
	@ComponentScan(basePackages = "io.commitpipeline.processor.ownership")
	static class Slice {

	}

}
