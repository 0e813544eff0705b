package io.commitpipeline.local.eventhubs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many events a second go in and out, client and server in one process. Run it with
 * {@code -Dthroughput=true} on a machine that does nothing else.
 */
@EnabledIfSystemProperty(named = "throughput", matches = "true")
class ThroughputTests extends HubFixture {

	private static final int ROUNDS = 5;

	private static final int BATCHES = 400;

	private static final byte[] BODY = new byte[100];

	@Test
	void eventsGoInAndOut() {
		long events = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			long sent = send();
			double in = perSecond(sent, start);
			start = System.nanoTime();
			receive(events, sent);
			System.out.printf("round %d: %,.0f events/s in, %,.0f out%n", round, in, perSecond(sent, start));
			events += sent;
		}
		assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isEqualTo(events - 1);
	}

	@Test
	void oneWhoReadsOldEventsDoesNotSlowSenders() {
		long old = send();
		double alone = medianMillisOfASend();
		AtomicLong received = new AtomicLong();
		try (var async = Clients.of(this.hubs, HUB).consumerGroup("hot").buildAsyncConsumerClient()) {
			var subscription = async.receiveFromPartition("0", EventPosition.earliest())
				.subscribe((event) -> received.incrementAndGet());
			Awaitility.await().until(() -> received.get() > 0);
			double beside = medianMillisOfASend();
			System.out.printf("a send takes %.2f ms, %.2f ms beside one who reads old events%n", alone, beside);
			assertThat(received.get()).isLessThan(old);
			assertThat(beside).isLessThan(alone + 5);
			subscription.dispose();
		}
	}

	private double medianMillisOfASend() {
		long[] nanos = LongStream.range(0, 500).map((send) -> {
			long start = System.nanoTime();
			this.producer.send(Clients.events("event"), Clients.to("0"));
			return System.nanoTime() - start;
		}).sorted().toArray();
		return nanos[250] / 1e6;
	}

	private long send() {
		AtomicLong sent = new AtomicLong();
		try (var async = Clients.of(this.hubs, HUB).buildAsyncProducerClient()) {
			Flux.range(0, BATCHES)
				.flatMap((batch) -> async.createBatch(new CreateBatchOptions().setPartitionId("0"))
					.publishOn(Schedulers.parallel())
					.flatMap((each) -> async.send(filled(each)).thenReturn(each.getCount())), 4)
				.doOnNext(sent::addAndGet)
				.blockLast();
		}
		return sent.get();
	}

	private static EventDataBatch filled(EventDataBatch batch) {
		for (int event = 0; event < 1_000; event++) {
			batch.tryAdd(new EventData(BODY));
		}
		return batch;
	}

	private void receive(long from, long count) {
		AtomicLong received = new AtomicLong();
		try (var async = Clients.of(this.hubs, HUB)
			.consumerGroup("hot")
			.prefetchCount(2_000)
			.buildAsyncConsumerClient()) {
			EventPosition position = (from == 0) ? EventPosition.earliest()
					: EventPosition.fromSequenceNumber(from - 1);
			var subscription = async.receiveFromPartition("0", position, new ReceiveOptions())
				.subscribe((event) -> received.incrementAndGet());
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofMillis(10))
				.until(() -> received.get() >= count);
			subscription.dispose();
		}
	}

	private static double perSecond(long events, long start) {
		return 1e9 * events / (System.nanoTime() - start);
	}

}
