package io.commitpipeline.local.eventhubs.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.local.eventhubs.log.StoredEvent;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.message.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IncomingEventsFuzzTests {

	@Property
	void aBatchIsTheEventsThatWerePutIntoIt(@ForAll @Size(min = 1, max = 10) List<byte[]> bodies,
			@ForAll @NotEmpty @StringLength(max = 20) String key) throws MalformedMessageException {
		ByteArrayOutputStream batch = new ByteArrayOutputStream();
		batch.writeBytes(annotations(key));
		bodies.forEach((body) -> batch.writeBytes(data(message(body, key))));
		IncomingEvents events = IncomingEvents.of(ByteBuffer.wrap(batch.toByteArray()), IncomingEvents.BATCH_FORMAT);
		assertThat(events.partitionKey()).isEqualTo(key);
		List<byte[]> received = new ArrayList<>();
		for (byte[] message : events.messages()) {
			Message decoded = delivered(message);
			assertThat(decoded.getApplicationProperties().getValue()).containsEntry("key", key);
			received.add(((Data) decoded.getBody()).getValue().getArray());
		}
		assertThat(received).usingElementComparator(Arrays::compare).containsExactlyElementsOf(bodies);
	}

	@Property
	void anyBytesAreAMessageOrMalformed(@ForAll byte[] bytes) {
		take(bytes, 0);
		take(bytes, IncomingEvents.BATCH_FORMAT);
	}

	@Property
	void aMessageThatIsDamagedIsAMessageOrMalformed(@ForAll @Size(max = 50) byte[] body,
			@ForAll @Size(min = 1, max = 4) List<@IntRange(max = 10_000) Integer> places, @ForAll byte damage) {
		byte[] message = message(body, "key");
		places.forEach((place) -> message[place % message.length] ^= damage);
		take(message, 0);
		take(data(message), IncomingEvents.BATCH_FORMAT);
	}

	@Example
	void aMillionDescriptionsOfDescriptionsAreMalformed() {
		byte[] bytes = new byte[1024 * 1024];
		bytes[1] = 0x53;
		bytes[2] = 0x77;
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> IncomingEvents.of(ByteBuffer.wrap(bytes), 0));
	}

	private static void take(byte[] bytes, int format) {
		try {
			for (byte[] message : IncomingEvents.of(ByteBuffer.wrap(bytes), format).messages()) {
				OutgoingEvent.encode(new StoredEvent(1, 2, ByteBuffer.wrap(message)), null, 0);
			}
		}
		catch (MalformedMessageException ex) {
			assertThat(ex).hasMessageStartingWith("The message ");
		}
	}

	private static Message delivered(byte[] kept) {
		ByteBuffer bytes = OutgoingEvent.encode(new StoredEvent(1, 2, ByteBuffer.wrap(kept)), null, 0);
		Message message = Proton.message();
		message.decode(bytes.array(), 0, bytes.limit());
		return message;
	}

	private static byte[] message(byte[] body, String key) {
		Message message = Proton.message();
		message.setApplicationProperties(new ApplicationProperties(Map.of("key", key)));
		message.setBody(new Data(new Binary(body)));
		return encoded(message, body.length);
	}

	private static byte[] annotations(String key) {
		Message message = Proton.message();
		message.setMessageAnnotations(
				new MessageAnnotations(new HashMap<>(Map.of(Symbol.valueOf("x-opt-partition-key"), key))));
		return encoded(message, 0);
	}

	private static byte[] data(byte[] message) {
		Message data = Proton.message();
		data.setBody(new Data(new Binary(message)));
		return encoded(data, message.length);
	}

	private static byte[] encoded(Message message, int size) {
		byte[] bytes = new byte[size + 1_000];
		return Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length));
	}

}
