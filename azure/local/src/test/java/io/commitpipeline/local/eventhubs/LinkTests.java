package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.models.EventPosition;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.ReceiverSettleMode;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Frames of 512 bytes, and every way to settle and to give credit.
 */
class LinkTests extends HubFixture {

	private static final String TARGET = HUB + "/Partitions/0";

	private static final String SOURCE = HUB + "/ConsumerGroups/$Default/Partitions/0";

	private static final byte[] EVENT = { 0, 0x53, 0x75, (byte) 0xa0, 1, 'x' };

	private RawClient client;

	private Session session;

	@BeforeEach
	void connectRaw() throws IOException {
		this.client = RawClient.withFrames(this.hubs.port(), 512, "local", "bG9jYWw=");
		this.session = this.client.session();
	}

	@AfterEach
	void disconnectRaw() throws IOException {
		this.client.close();
	}

	@Test
	void aMessageOfManySmallFramesGoesInAndOut() throws IOException {
		byte[] body = new byte[100_000];
		new Random(1).nextBytes(body);
		send(this.client.sender(this.session, TARGET), body);
		Message received = this.client.receiveAfter(this.session, SOURCE, -1);
		assertThat(((Data) received.getBody()).getValue().getArray()).isEqualTo(body);
	}

	@Test
	void aBodyOfSeveralSectionsStaysOneOfSeveralSections() throws IOException {
		byte[] sections = { 0, 0x53, 0x75, (byte) 0xa0, 1, 'x', 0, 0x53, 0x75, (byte) 0xb0, 0, 0, 0, 2, 'y', 'z' };
		this.client.send(this.client.sender(this.session, TARGET), sections, 0);
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of());
		receiver.flow(1);
		this.client.until(() -> receiver.current() != null && !receiver.current().isPartial());
		byte[] received = new byte[receiver.current().pending()];
		receiver.recv(received, 0, received.length);
		assertThat(received).endsWith(sections);
	}

	@Test
	void theSmallerOfBothSidesLargestMessagesCounts() throws IOException {
		Sender sender = this.client.sender(this.session, TARGET,
				(wishes) -> wishes.setMaxMessageSize(UnsignedLong.valueOf(5_000)));
		assertThat(sender.getRemoteMaxMessageSize()).isEqualTo(UnsignedLong.valueOf(5_000));
		assertThat(send(sender, new byte[6_000])).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.getError().getCondition().toString())
					.isEqualTo("amqp:link:message-size-exceeded"));
		assertThat(send(sender, new byte[4_000])).isInstanceOf(Accepted.class);
		Sender unlimited = this.client.sender(this.session, TARGET,
				(wishes) -> wishes.setMaxMessageSize(UnsignedLong.ZERO));
		assertThat(unlimited.getRemoteMaxMessageSize()).isEqualTo(UnsignedLong.valueOf(1024 * 1024));
	}

	@Test
	void whatIsSettledBeforehandIsStoredWithoutAnAnswer() throws IOException {
		Sender settled = this.client.sender(this.session, TARGET,
				(wishes) -> wishes.setSenderSettleMode(SenderSettleMode.SETTLED));
		this.client.send(settled, EVENT, 0);
		Sender unsettled = this.client.sender(this.session, TARGET);
		assertThat(this.client.send(unsettled, EVENT, 0)).isInstanceOf(Accepted.class);
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 2)))
			.containsExactly("x", "x");
	}

	@Test
	void aReceiverMayHaveItsEventsSettled() throws IOException {
		Delivery delivery = firstDelivery((receiver) -> receiver.setSenderSettleMode(SenderSettleMode.SETTLED));
		assertThat(delivery.remotelySettled()).isTrue();
	}

	@Test
	void aReceiverThatSettlesSecondIsToldThatTheServerHasSettled() throws IOException {
		Delivery delivery = firstDelivery((receiver) -> receiver.setReceiverSettleMode(ReceiverSettleMode.SECOND));
		assertThat(delivery.remotelySettled()).isFalse();
		delivery.disposition(Accepted.getInstance());
		this.client.until(delivery::remotelySettled);
	}

	private Delivery firstDelivery(Consumer<Receiver> wishes) throws IOException {
		this.producer.send(Clients.events("event"), Clients.to("0"));
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of(), wishes);
		receiver.flow(1);
		this.client.until(() -> receiver.current() != null && !receiver.current().isPartial());
		return receiver.current();
	}

	@Test
	void whatAReceiverNeverSettlesIsSettledForItAtLast() throws IOException {
		for (int batch = 0; batch < 11; batch++) {
			this.producer.send(Collections.nCopies(1_000, new EventData("event")), Clients.to("0"));
		}
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of());
		receiver.flow(11_000);
		List<Delivery> deliveries = new ArrayList<>();
		while (deliveries.size() < 11_000) {
			this.client.until(() -> receiver.current() != null && !receiver.current().isPartial());
			deliveries.add(receiver.current());
			receiver.advance();
		}
		this.client.until(() -> deliveries.get(999).remotelySettled());
		assertThat(deliveries.get(10_999).remotelySettled()).isFalse();
	}

	@Test
	void noEventComesWithoutCredit() throws IOException {
		this.producer.send(Clients.events("one", "two", "three"), Clients.to("0"));
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of());
		receiver.flow(2);
		assertThat(text(this.client.next(receiver))).isEqualTo("one");
		assertThat(text(this.client.next(receiver))).isEqualTo("two");
		this.client.sender(this.session, TARGET);
		assertThat(receiver.getQueued()).isZero();
		receiver.flow(1);
		assertThat(text(this.client.next(receiver))).isEqualTo("three");
	}

	@Test
	void creditThatIsDrainedComesBackBehindTheLastEvent() throws IOException {
		String body = "x".repeat(5_000);
		this.producer.send(Clients.events(body, body, body), Clients.to("0"));
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of());
		receiver.drain(1_000);
		this.client.until(() -> !receiver.draining());
		for (int event = 0; event < 3; event++) {
			assertThat(text(this.client.next(receiver))).isEqualTo(body);
		}
		assertThat(receiver.drained()).isEqualTo(997);
	}

	@Test
	void whoDrainsIsAnsweredAlsoWhenNoCreditIsLeft() throws IOException {
		this.producer.send(Clients.events("one", "two", "three"), Clients.to("0"));
		Receiver receiver = this.client.receiver(this.session, SOURCE, Map.of());
		receiver.drain(2);
		awaitFlow(receiver);
		assertThat(receiver.getRemoteCredit()).isZero();
		assertThat(text(this.client.next(receiver))).isEqualTo("one");
		assertThat(text(this.client.next(receiver))).isEqualTo("two");
		receiver.flow(1);
		assertThat(text(this.client.next(receiver))).isEqualTo("three");
		for (int again = 0; again < 3; again++) {
			receiver.drain(0);
			awaitFlow(receiver);
		}
	}

	private void awaitFlow(Receiver receiver) throws IOException {
		Collector events = Proton.collector();
		this.session.getConnection().collect(events);
		this.client.until(() -> {
			boolean flow = false;
			for (Event event = events.peek(); event != null; event = events.peek()) {
				flow |= event.getType() == Event.Type.LINK_FLOW && event.getLink() == receiver;
				events.pop();
			}
			return flow;
		});
	}

	@Test
	void linksOfOneNameLiveSideBySideInTheirSessions() throws IOException {
		Session other = this.client.session();
		Sender first = this.client.sender(this.session, TARGET);
		Sender second = this.client.sender(other, HUB + "/Partitions/1");
		assertThat(this.client.send(first, EVENT, 0)).isInstanceOf(Accepted.class);
		assertThat(this.client.send(second, EVENT, 0)).isInstanceOf(Accepted.class);
		other.close();
		assertThat(this.client.send(first, EVENT, 0)).isInstanceOf(Accepted.class);
		assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isEqualTo(1);
		assertThat(this.consumer.getPartitionProperties("1").getLastEnqueuedSequenceNumber()).isZero();
	}

	@Test
	void aFilterThatIsNoSelectorIsPassedOver() throws IOException {
		this.producer.send(Clients.events("one", "two"), Clients.to("0"));
		Map<Symbol, Object> filters = new LinkedHashMap<>();
		filters.put(Symbol.valueOf("no-local"), "a");
		filters.put(Symbol.valueOf("jms-selector"), new Selector("amqp.annotation.x-opt-offset > '0'"));
		Receiver receiver = this.client.receiver(this.session, SOURCE, filters);
		receiver.flow(1);
		assertThat(text(this.client.next(receiver))).isEqualTo("two");
	}

	@Test
	void anAnswerGoesToTheLinkThatARequestNamesInAnyWay() throws IOException {
		Map<String, Object> read = Map.of("operation", "READ", "type", "com.microsoft:eventhub", "name", HUB);
		assertThat(this.client.request(this.session, "$management", read, null)).isEqualTo(200);
		assertThat(this.client.requestByName(this.session, "$management", read)).isEqualTo(200);
	}

	@Test
	void whoAsksOnAndOnAndTakesNoAnswerIsRefused() throws IOException {
		this.client.receiver(this.session, "$management", Map.of());
		Sender questions = this.client.sender(this.session, "$management");
		Object answered = null;
		for (int question = 0; question <= 1_000; question++) {
			answered = this.client.send(questions, new byte[] { 0, 0x53, 0x77, 0x40 }, 0);
		}
		assertThat(answered).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.getError().getCondition().toString())
					.isEqualTo("amqp:resource-limit-exceeded"));
	}

	private Object send(Sender sender, byte[] body) throws IOException {
		Message message = Proton.message();
		message.setBody(new Data(new Binary(body)));
		byte[] bytes = new byte[body.length + 100];
		return this.client.send(sender, Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length)), 0);
	}

	private static String text(Message message) {
		return ((Data) message.getBody()).getValue().toString();
	}

	private record Selector(Object getDescribed) implements DescribedType {

		@Override
		public Object getDescriptor() {
			return UnsignedLong.valueOf(0x0000468C00000004L);
		}

	}

}
