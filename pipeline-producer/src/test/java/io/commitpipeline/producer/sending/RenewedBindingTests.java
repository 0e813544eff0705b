package io.commitpipeline.producer.sending;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.ProducerOnAzure;
import io.commitpipeline.producer.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RenewedBindingTests {

	@RegisterExtension
	final ProducerOnAzure azure = new ProducerOnAzure();

	@Test
	void aWindowWhoseAnswersAreLostIsSentAgainThroughANewBindingAndTheRunGoesOnThere() {
		this.azure.put("log.csv", CommitLogs.of(3000));
		Sender sender = this.azure.startProducer("pipeline.sending.answer-timeout=3s").getBean(Sender.class);
		UUID replay = this.azure.replays().start("log.csv", 1000);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> (long) this.azure.replays().run(replay).get("next_row") >= 500);
		sender.renew();
		this.azure.awaitState(replay, "completed");
		assertThat(sender.generation()).isEqualTo(2);
		List<ReceivedEvent> events = this.azure.events();
		assertThat(events).extracting(ReceivedEvent::row)
			.containsAll(LongStream.range(0, 3000).boxed().toList())
			.hasSizeGreaterThan(3000);
		assertThat(events).allSatisfy((event) -> assertThat(event.properties()).containsOnlyKeys("replay-id",
				"replay-row", "id", "timestamp"));
	}

}
