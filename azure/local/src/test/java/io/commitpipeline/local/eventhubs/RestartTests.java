package io.commitpipeline.local.eventhubs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RestartTests extends HubFixture {

	@Test
	void theHubContinuesWhereItStopped() throws IOException {
		this.producer.send(Clients.events("a", "b"), Clients.to("0"));
		Instant created = this.consumer.getEventHubProperties().getCreatedAt();
		restart();
		assertThat(this.consumer.getEventHubProperties().getCreatedAt()).isEqualTo(created);
		this.producer.send(Clients.events("c"), Clients.to("0"));
		List<PartitionEvent> events = Clients.receive(this.consumer, "0", EventPosition.earliest(), 3);
		assertThat(Clients.bodies(events)).containsExactly("a", "b", "c");
		assertThat(events).extracting((event) -> event.getData().getSequenceNumber()).containsExactly(0L, 1L, 2L);
	}

	@Test
	void aTornTailIsCutAndSaidAndTheNextEventTakesItsPlace() throws IOException {
		this.producer.send(Clients.events("a"), Clients.to("0"));
		stop();
		Files.write(segment(), new byte[] { 0, 0, 1, 0, 42, 42, 42 }, StandardOpenOption.APPEND);
		assertThat(said(super::start)).contains("cut 7 bytes of an unfinished write after event 0");
		this.producer.send(Clients.events("b"), Clients.to("0"));
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 2)))
			.containsExactly("a", "b");
		assertThat(this.consumer.getPartitionProperties("0"))
			.extracting(PartitionProperties::getLastEnqueuedSequenceNumber)
			.isEqualTo(1L);
	}

	private static String said(ThrowingCallable call) throws IOException {
		PrintStream before = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			assertThatCode(call).doesNotThrowAnyException();
		}
		finally {
			System.setErr(before);
		}
		return said.toString(StandardCharsets.UTF_8);
	}

	@Test
	void anotherNumberOfPartitionsIsRefused() throws IOException {
		stop();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> LocalEventHubs.builder(this.directory).hub(HUB, 4).start())
			.withMessageContaining("hub 'commits'")
			.withMessageContaining("has 2 partitions; it cannot be opened with 4");
	}

	@Test
	void aHubGivenTwiceIsRefused() throws IOException {
		stop();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> LocalEventHubs.builder(this.directory).hub(HUB, 2, "hot").hub("Commits", 2).start())
			.withMessage("hub 'Commits': there is one of this name already");
		start();
	}

	@Test
	void aDirectoryServesOneProcessAtATime() {
		assertThatIOException().isThrownBy(() -> LocalEventHubs.builder(this.directory).hub(HUB, 2).start())
			.withMessageContaining("is in use by another namespace");
	}

	@Test
	void aConsumerIsToldOfTheStopAndReceivesFromTheServerThatComesBack() throws IOException {
		int port = this.hubs.port();
		List<String> received = new CopyOnWriteArrayList<>();
		AtomicReference<Throwable> ended = new AtomicReference<>();
		try (EventHubConsumerAsyncClient patient = new EventHubClientBuilder()
			.connectionString(this.hubs.connectionString(HUB))
			.consumerGroup("$Default")
			.buildAsyncConsumerClient()) {
			Flux<String> events = Flux.defer(() -> patient.receiveFromPartition("0", EventPosition.earliest()))
				.map((event) -> event.getData().getBodyAsString());
			events.subscribe(received::add, ended::set);
			this.producer.send(Clients.events("before"), Clients.to("0"));
			Awaitility.await().untilAsserted(() -> assertThat(received).containsExactly("before"));
			stop();
			Awaitility.await()
				.untilAsserted(() -> assertThat(ended.get()).isInstanceOfSatisfying(AmqpException.class,
						(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.CONNECTION_FORCED)));
			this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 2).port(port).start();
			connect();
			this.producer.send(Clients.events("after"), Clients.to("0"));
			assertThat(events.take(2).collectList().block(Duration.ofSeconds(30))).containsExactly("before", "after");
		}
	}

	@Test
	void aBusyPortIsSaidInOneLine() {
		LocalEventHubs.Builder second = LocalEventHubs.builder(this.directory.resolve("second"))
			.hub(HUB, 2)
			.port(this.hubs.port());
		assertThatIOException().isThrownBy(second::start)
			.withMessageStartingWith("cannot listen on 127.0.0.1:%d".formatted(this.hubs.port()));
	}

	private void restart() throws IOException {
		stop();
		super.start();
	}

	private Path segment() throws IOException {
		try (Stream<Path> files = Files.walk(this.directory.resolve("commits/partition-0"))) {
			return files.filter(Files::isRegularFile).findFirst().orElseThrow();
		}
	}

}
