package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.azure.messaging.eventhubs.EventData;
import io.commitpipeline.local.eventhubs.faults.ReceiverFaults;
import org.apache.qpid.proton.engine.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * A client asks for more than the network holds, and then reads nothing.
 */
class StalledReaderTests extends HubFixture {

	private static final int MEGABYTES = 16;

	private RawClient client;

	@AfterEach
	void disconnectRaw() throws IOException {
		this.client.close();
	}

	@Test
	void itIsLetGoWhenItFallsSilent() throws IOException {
		stop();
		this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 2).idleTimeout(Duration.ofSeconds(2)).start();
		connect();
		stall();
		awaitNobody();
	}

	@Test
	void itsConnectionCanBeDropped() throws IOException {
		stall();
		assertThat(this.hubs.faults().dropConnections()).isPositive();
		awaitNobody();
	}

	@Test
	void theServerStopsWithoutIt() throws IOException {
		stall();
		int port = this.hubs.port();
		assertThatNoException().isThrownBy(this.hubs::close);
		assertThatNoException().isThrownBy(() -> new ServerSocket(port).close());
	}

	private void stall() throws IOException {
		for (int event = 0; event < MEGABYTES; event++) {
			this.producer.send(List.of(new EventData(new byte[1_000_000])), Clients.to("0"));
		}
		this.client = RawClient.withKey(this.hubs.port(), "local", "bG9jYWw=");
		Session session = this.client.session();
		this.client.receiver(session, HUB + "/ConsumerGroups/$Default/Partitions/0", Map.of()).flow(MEGABYTES);
		this.client.session();
		AtomicInteger before = new AtomicInteger();
		Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> isFull(before));
		assertThat(receivers().leaveOut(0)).isEqualTo(1);
	}

	private boolean isFull(AtomicInteger before) throws IOException {
		int unread = this.client.unread();
		return unread > 0 && before.getAndSet(unread) == unread;
	}

	private void awaitNobody() {
		Awaitility.await().untilAsserted(() -> assertThat(receivers().leaveOut(0)).isZero());
	}

	private ReceiverFaults receivers() {
		return this.hubs.faults().receivers(HUB, "$Default", "0");
	}

}
