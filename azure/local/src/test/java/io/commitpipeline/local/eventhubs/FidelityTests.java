package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Decimal128;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedByte;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.UnsignedShort;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Footer;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FidelityTests extends HubFixture {

	private static final String ADDRESS = HUB + "/ConsumerGroups/$Default/Partitions/0";

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
	void everySectionOfAMessageComesBackUnchanged() throws IOException {
		Message sent = message(new Data(new Binary(new byte[] { 0, -1, 7 })));
		Message received = sendAndReceive(sent);
		assertThat(received.getHeader()).hasToString(sent.getHeader().toString());
		assertThat(received.getProperties()).hasToString(sent.getProperties().toString());
		assertThat(received.getApplicationProperties().getValue())
			.isEqualTo(sent.getApplicationProperties().getValue());
		assertThat((Object) received.getFooter().getValue()).isEqualTo(sent.getFooter().getValue());
		assertThat(((Data) received.getBody()).getValue()).isEqualTo(((Data) sent.getBody()).getValue());
		assertThat(received.getMessageAnnotations().getValue()).containsEntry(Symbol.valueOf("x-mine"), "kept")
			.containsKeys(Symbol.valueOf("x-opt-sequence-number"), Symbol.valueOf("x-opt-offset"),
					Symbol.valueOf("x-opt-enqueued-time"));
	}

	@Test
	void aBodyMayBeAValueOfAnyType() throws IOException {
		for (Object value : everyType().values()) {
			assertThat(((AmqpValue) sendAndReceive(message(new AmqpValue(value))).getBody()).getValue())
				.isEqualTo(value);
		}
	}

	@Test
	void aBodyMayBeMadeOfOtherValues() throws IOException {
		for (Object value : List.of(List.of("a", List.of(1, true)), Map.of("map", Map.of("of", List.of())), "",
				new Binary(new byte[70_000]))) {
			assertThat(((AmqpValue) sendAndReceive(message(new AmqpValue(value))).getBody()).getValue())
				.isEqualTo(value);
		}
		assertThat(((AmqpValue) sendAndReceive(message(new AmqpValue(null))).getBody()).getValue()).isNull();
		assertThat(((AmqpValue) sendAndReceive(message(new AmqpValue(new int[] { 1, -2 }))).getBody()).getValue())
			.isEqualTo(new int[] { 1, -2 });
	}

	@Test
	void aBodyMayBeASequence() throws IOException {
		List<Object> sequence = List.of("one", 2, UnsignedLong.valueOf(3));
		AmqpSequence received = (AmqpSequence) sendAndReceive(message(new AmqpSequence(sequence))).getBody();
		assertThat((Object) received.getValue()).isEqualTo(sequence);
	}

	private Message sendAndReceive(Message message) throws IOException {
		byte[] bytes = new byte[100_000];
		long last = this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber();
		this.client.send(this.client.sender(this.session, HUB + "/Partitions/0"),
				Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length)), 0);
		return this.client.receiveAfter(this.session, ADDRESS, last);
	}

	private static Message message(Section body) {
		Message message = Proton.message();
		message.setDurable(true);
		message.setPriority((short) 7);
		message.setTtl(60_000);
		message.setMessageId(UUID.fromString("00000000-0000-0001-0000-000000000002"));
		message.setCorrelationId(UnsignedLong.valueOf(42));
		message.setUserId(new byte[] { 1, 2 });
		message.setAddress("to");
		message.setSubject("subject");
		message.setReplyTo("reply to");
		message.setContentType("text/plain");
		message.setContentEncoding("gzip");
		message.setExpiryTime(1_000);
		message.setCreationTime(2_000);
		message.setGroupId("group");
		message.setGroupSequence(3);
		message.setReplyToGroupId("group of replies");
		message.setMessageAnnotations(new MessageAnnotations(Map.of(Symbol.valueOf("x-mine"), "kept")));
		message.setApplicationProperties(new ApplicationProperties(everyType()));
		message.setBody(body);
		message.setFooter(new Footer(Map.of(Symbol.valueOf("x-foot"), 1)));
		return message;
	}

	private static Map<String, Object> everyType() {
		return Map.ofEntries(Map.entry("boolean", true), Map.entry("byte", (byte) -1), Map.entry("short", (short) -2),
				Map.entry("int", -3), Map.entry("long", -4L), Map.entry("ubyte", UnsignedByte.valueOf((byte) 200)),
				Map.entry("ushort", UnsignedShort.valueOf("60000")),
				Map.entry("uint", UnsignedInteger.valueOf(4_000_000_000L)), Map.entry("ulong", UnsignedLong.valueOf(5)),
				Map.entry("float", 1.5F), Map.entry("double", 2.5), Map.entry("decimal", new Decimal128(new byte[16])),
				Map.entry("char", 'ß'), Map.entry("string", "ünï"), Map.entry("symbol", Symbol.valueOf("symbol")),
				Map.entry("timestamp", new Date(1_000)), Map.entry("uuid", new UUID(1, 2)),
				Map.entry("binary", new Binary(new byte[] { 1, 2, 3 })));
	}

}
