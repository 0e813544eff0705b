package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * A server with a heap of 96 MB that ends when it has not enough.
 */
class MemoryTests {

	private static final int SENDERS = 100;

	private static final int LARGE = 1_000_000;

	private static final byte[] BODY_OF_LARGE = { 0, 0x53, 0x75, (byte) 0xb0, 0, 0x0f, 0x42, 0x38 };

	private static final int ABORTED = 1_000_000;

	private static final int ABORT_FRAME = 30;

	@TempDir
	private Path directory;

	private Process server;

	private int port;

	@BeforeEach
	void start() throws IOException {
		this.server = KilledServer.start(this.directory, "-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
		this.port = Integer.parseInt(this.server.inputReader().readLine());
	}

	@AfterEach
	void stop() {
		this.server.destroyForcibly();
	}

	@Test
	void manyWhoSendLargeMessagesAtOnceAreTakenOneAfterTheOther() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
		try {
			CountDownLatch end = new CountDownLatch(1);
			List<Callable<Boolean>> senders = Collections.nCopies(SENDERS, () -> sendsALargeMessage(end));
			for (Future<Boolean> sent : threads.invokeAll(senders)) {
				assertThat(sent.get()).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
		try (EventHubConsumerClient consumer = consumer()) {
			assertThat(consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber() + 1).isEqualTo(SENDERS);
		}
	}

	/**
	 * Nobody comes to an end before the server had the time to take all that was begun.
	 */
	private boolean sendsALargeMessage(CountDownLatch end) throws IOException, InterruptedException {
		byte[] message = new byte[LARGE];
		System.arraycopy(BODY_OF_LARGE, 0, message, 0, BODY_OF_LARGE.length);
		try (RawClient client = RawClient.withFrames(this.port, 4_096, "local", "bG9jYWw=")) {
			Sender sender = client.sender(client.session(), HubFixture.HUB + "/Partitions/0");
			Delivery delivery = client.begin(sender, Arrays.copyOf(message, LARGE - 1));
			end.await(2, TimeUnit.SECONDS);
			end.countDown();
			return client.finish(sender, delivery, new byte[1]) instanceof Accepted;
		}
	}

	@Test
	void oneWhoBeginsMoreMessagesThanTheServerHoldsIsCutOff() throws IOException {
		try (RawClient client = RawClient.withKey(this.port, "local", "bG9jYWw=")) {
			Session session = client.session();
			assertThatIOException().isThrownBy(() -> {
				for (int link = 0; link < 100; link++) {
					client.begin(client.sender(session, HubFixture.HUB), new byte[LARGE]);
				}
			});
		}
		try (EventHubConsumerClient consumer = consumer()) {
			assertThat(consumer.getPartitionProperties("0").isEmpty()).isTrue();
		}
	}

	@Test
	void thoseWhoAskForMuchAndReadNothingCostNoMemory() throws Exception {
		try (EventHubProducerClient producer = Clients.of(connectionString()).buildProducerClient()) {
			for (int batch = 0; batch < 50; batch++) {
				producer.send(Collections.nCopies(800, new EventData(new byte[1_000])), Clients.to("0"));
			}
		}
		List<RawClient> slow = new ArrayList<>();
		for (int client = 0; client < 5; client++) {
			slow.add(askForMuch("$Default"));
			slow.add(askForMuch("hot"));
		}
		try (EventHubConsumerClient consumer = consumer()) {
			assertThat(consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isEqualTo(39_999);
			assertThat(this.server.isAlive()).isTrue();
		}
		for (RawClient client : slow) {
			client.close();
		}
	}

	@Test
	void transfersThatAreAbortedAreForgotten() throws IOException {
		try (RawClient client = RawClient.withKey(this.port, "local", "bG9jYWw=")) {
			Sender sender = client.sender(client.session(), HubFixture.HUB);
			int atOnce = sender.getCredit() / 2;
			for (int sent = 0; sent < ABORTED; sent += atOnce) {
				int limit = sent + atOnce;
				client.until(() -> sender.getCredit() >= limit);
				client.write(aborted(sent, atOnce));
			}
			client.session();
		}
	}

	private static byte[] aborted(int first, int count) {
		ByteBuffer frames = ByteBuffer.allocate(count * ABORT_FRAME);
		for (int delivery = first; delivery < first + count; delivery++) {
			frames.putInt(ABORT_FRAME).put(new byte[] { 2, 0, 0, 0, 0, 0x53, 0x14, (byte) 0xc0, 17, 10, 0x43, 0x70 });
			frames.putInt(delivery).put(new byte[] { (byte) 0xa0, 1, 0, 0x43, 0x42, 0x42, 0x40, 0x40, 0x42, 0x41 });
		}
		return frames.array();
	}

	private RawClient askForMuch(String group) throws IOException {
		RawClient client = RawClient.withKey(this.port, "local", "bG9jYWw=");
		client
			.receiver(client.session(), "%s/ConsumerGroups/%s/Partitions/0".formatted(HubFixture.HUB, group), Map.of())
			.flow(1_000_000);
		client.session();
		return client;
	}

	private EventHubConsumerClient consumer() {
		return Clients.of(connectionString()).consumerGroup("$Default").buildConsumerClient();
	}

	private String connectionString() {
		return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;UseDevelopmentEmulator=true;EntityPath=%s"
			.formatted(this.port, HubFixture.HUB);
	}

}
