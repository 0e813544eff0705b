package io.commitpipeline.local.eventhubs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignClientTests extends HubFixture {

	private static final int BATCH = 0x80013700;

	private RawClient client;

	private Session session;

	@BeforeEach
	void connectRaw() throws IOException {
		this.client = RawClient.withKey(this.hubs.port(), "local", "bG9jYWw=");
		this.session = this.client.session();
	}

	@AfterEach
	void disconnectRaw() throws IOException {
		this.client.close();
	}

	@Test
	void aMessageThatIsTooLargeIsRejectedAndTheLinkStays() throws IOException {
		Sender sender = this.client.sender(this.session, "commits/Partitions/0");
		assertRejected(this.client.send(sender, message(new byte[3 * 1024 * 1024], Map.of()), 0),
				"amqp:link:message-size-exceeded");
		assertThat(this.client.send(sender, message("small".getBytes(StandardCharsets.UTF_8), Map.of()), 0))
			.isInstanceOf(Accepted.class);
		assertThat(received(1)).extracting((event) -> event.getData().getBodyAsString()).containsExactly("small");
	}

	@Test
	void bytesThatAreNoMessageAreRejected() throws IOException {
		Sender sender = this.client.sender(this.session, "commits/Partitions/0");
		Random random = new Random(1);
		byte[] good = message("good".getBytes(StandardCharsets.UTF_8), Map.of("x-opt-partition-key", "key"));
		for (int length = 1; length < good.length; length++) {
			assertRejected(this.client.send(sender, Arrays.copyOf(good, length), 0), "amqp:decode-error");
		}
		for (int round = 0; round < 200; round++) {
			byte[] garbage = new byte[1 + random.nextInt(100)];
			random.nextBytes(garbage);
			assertRejected(this.client.send(sender, garbage, BATCH), "amqp:decode-error");
		}
		assertThat(this.consumer.getPartitionProperties("0").isEmpty()).isTrue();
	}

	@Test
	void theKeyOfABatchIsTheKeyOfItsEvents() throws IOException {
		byte[] event = message("keyed".getBytes(StandardCharsets.UTF_8), Map.of());
		ByteArrayOutputStream batch = new ByteArrayOutputStream();
		batch.write(message(event, Map.of("x-opt-partition-key", "schlüssel")));
		batch.write(message(event, Map.of()));
		Sender sender = this.client.sender(this.session, "amqps://127.0.0.1/commits/Partitions/0");
		assertThat(this.client.send(sender, batch.toByteArray(), BATCH)).isInstanceOf(Accepted.class);
		assertThat(received(2)).allSatisfy((received) -> {
			assertThat(received.getData().getBodyAsString()).isEqualTo("keyed");
			assertThat(received.getData().getPartitionKey()).isEqualTo("schlüssel");
		});
	}

	@Test
	void annotationsOfTheServiceCannotBeForged() throws IOException {
		Sender sender = this.client.sender(this.session, "commits/Partitions/0");
		this.client.send(sender,
				message(new byte[1], Map.of("x-opt-sequence-number", 77L, "x-opt-offset", "77", "x-opt-mine", "kept")),
				0);
		PartitionEvent event = received(1).get(0);
		assertThat(event.getData().getSequenceNumber()).isZero();
		assertThat(event.getData().getOffsetString()).isEqualTo("0");
		assertThat(event.getData().getSystemProperties()).containsEntry("x-opt-mine", "kept");
	}

	@Test
	void aRequestThatNamesNoLinkIsAnsweredOnTheOnlyOne() throws IOException {
		Map<String, Object> read = Map.of("operation", "READ", "type", "com.microsoft:eventhub", "name", HUB);
		assertThat(this.client.requestWithoutReplyTo(this.session, "$management", read)).isEqualTo(200);
	}

	@Test
	void whatAsksForNoAnswerIsAcknowledgedAllTheSame() throws IOException {
		byte[] emptyFrame = { 0, 0, 0, 8, 2, 0, 0, 0 };
		assertThat(this.client.exchange(emptyFrame)).isEqualTo(emptyFrame);
	}

	@Test
	void aStrangersBytesEndOnlyTheStrangersConnection() throws IOException {
		Random random = new Random(2);
		for (int round = 0; round < 20; round++) {
			try (Socket stranger = new Socket("127.0.0.1", this.hubs.port())) {
				stranger.setSoTimeout(5_000);
				byte[] garbage = new byte[1000];
				random.nextBytes(garbage);
				stranger.getOutputStream().write(garbage);
				stranger.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
		}
		assertThat(this.consumer.getPartitionIds()).containsExactly("0", "1");
	}

	private List<PartitionEvent> received(int count) {
		return Clients.receive(this.consumer, "0", EventPosition.earliest(), count);
	}

	private static void assertRejected(DeliveryState state, String condition) {
		assertThat(state).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.getError().getCondition().toString()).isEqualTo(condition));
	}

	private static byte[] message(byte[] body, Map<String, Object> annotations) {
		Message message = Proton.message();
		message.setBody(new Data(new Binary(body)));
		if (!annotations.isEmpty()) {
			Map<Symbol, Object> symbols = new HashMap<>();
			annotations.forEach((name, value) -> symbols.put(Symbol.valueOf(name), value));
			message.setMessageAnnotations(new MessageAnnotations(symbols));
		}
		byte[] bytes = new byte[body.length + 1000];
		return Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length));
	}

}
