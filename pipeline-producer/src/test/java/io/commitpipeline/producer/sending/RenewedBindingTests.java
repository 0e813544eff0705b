package io.commitpipeline.producer.sending;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.ProducerOnAzure;
import io.commitpipeline.producer.ReceivedEvent;
import io.commitpipeline.producer.commits.Commit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
@LocalAzureTest
class RenewedBindingTests {

	private static final UUID RUN = UUID.randomUUID();

	@RegisterExtension
	static final ProducerOnAzure azure = new ProducerOnAzure();

	@Test
	void aWindowWhoseAnswersAreLostIsSentAgainThroughANewBindingThatTheNextWindowUsesToo() {
		ApplicationContext context = azure.startProducer("pipeline.sending.answer-timeout=10s");
		WindowSender windows = context.getBean(WindowSender.class);
		Sender sender = context.getBean(Sender.class);
		AtomicInteger passed = new AtomicInteger();
		windows.send(rows(0, 20), (row) -> {
			if (passed.incrementAndGet() == 10) {
				sender.renew();
			}
		});
		windows.send(rows(20, 40), (row) -> {
		});
		assertThat(sender.generation()).isEqualTo(2);
		assertThat(passed).hasValue(40);
		List<ReceivedEvent> events = azure.events();
		assertThat(events).extracting(ReceivedEvent::row)
			.containsAll(LongStream.range(0, 40).boxed().toList())
			.filteredOn((row) -> row >= 20)
			.doesNotHaveDuplicates();
		assertThat(events).allSatisfy((event) -> assertThat(event.properties()).containsOnlyKeys("replay-id",
				"replay-row", "id", "timestamp"));
	}

	private static List<OutgoingCommit> rows(long from, long to) {
		return LongStream.range(from, to)
			.mapToObj((row) -> new OutgoingCommit(RUN, row,
					new Commit("c_" + row, "person_" + row, 1, "/a/b", 2, 3, new BigDecimal("0.5"), "message")))
			.toList();
	}

}
