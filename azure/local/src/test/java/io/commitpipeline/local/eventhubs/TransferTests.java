package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

import com.azure.messaging.eventhubs.models.EventPosition;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Transfers as the SDK would not send them, past the engine.
 */
class TransferTests extends HubFixture {

	private static final String TARGET = HUB + "/Partitions/0";

	private static final byte[] EVENT = { 0, 0x53, 0x75, (byte) 0xa0, 1, 'x' };

	private RawClient client;

	private Sender sender;

	@BeforeEach
	void connectRaw() throws IOException {
		this.client = RawClient.withKey(this.hubs.port(), "local", "bG9jYWw=");
		this.sender = this.client.sender(this.client.session(), TARGET);
	}

	@AfterEach
	void disconnectRaw() throws IOException {
		this.client.close();
	}

	@Test
	void oneThatIsAbortedIsLeftOutAndTheLinkGoesOn() throws IOException {
		this.client.write(transfer("43 43 a00100 43 42 41", EVENT));
		this.client.write(transfer("43 40 40 40 42 42 40 40 42 41"));
		this.client.write(transfer("43 5201 a00101 43 41", EVENT));
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1)))
			.containsExactly("x");
		assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isZero();
	}

	@Test
	void moreThanThereIsCreditForEndTheLink() throws IOException {
		for (int delivery = 0; delivery < 5_000; delivery++) {
			this.client.write(transfer("43 70%08x a00100 43 41".formatted(delivery), EVENT));
		}
		this.client.until(() -> this.sender.getRemoteState() == EndpointState.CLOSED);
		assertThat(this.sender.getRemoteCondition().getCondition().toString())
			.isEqualTo("amqp:link:transfer-limit-exceeded");
		assertThat(this.client.send(this.client.sender(this.client.session(), HUB), EVENT, 0))
			.isInstanceOf(Accepted.class);
	}

	/**
	 * @param fields of the performative, encoded, from the handle on
	 */
	private static byte[] transfer(String fields, byte... payload) {
		byte[] list = HexFormat.of().parseHex(fields.replace(" ", ""));
		return ByteBuffer.allocate(14 + list.length + payload.length)
			.putInt(14 + list.length + payload.length)
			.put(new byte[] { 2, 0, 0, 0, 0, 0x53, 0x14, (byte) 0xc0, (byte) (1 + list.length) })
			.put((byte) fields.split(" ").length)
			.put(list)
			.put(payload)
			.array();
	}

}
