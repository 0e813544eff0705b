package io.commitpipeline.local.eventhubs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.message.Message;

/**
 * A client that sends what the SDK never would.
 */
final class RawClient implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 10_000;

	private static final int FRAME_SIZE = 64 * 1024;

	private final Transport transport = Transport.Factory.create();

	private final Connection connection = Proton.connection();

	private final Socket socket;

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private long deliveries;

	private RawClient(int port, int frameSize, Consumer<Sasl> login) throws IOException {
		this.socket = new Socket("127.0.0.1", port);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.transport.setMaxFrameSize(frameSize);
		this.transport.setOutboundFrameSizeLimit(frameSize);
		this.transport.sasl().client();
		login.accept(this.transport.sasl());
		this.transport.bind(this.connection);
		this.connection.setContainer("raw");
		this.connection.open();
	}

	static RawClient withKey(int port, String name, String key) throws IOException {
		return withFrames(port, FRAME_SIZE, name, key);
	}

	static RawClient withFrames(int port, int size, String name, String key) throws IOException {
		return new RawClient(port, size, (sasl) -> sasl.plain(name, key));
	}

	/**
	 * A client that asks for a frame at least so often.
	 */
	static RawClient withHeartbeats(int port, Duration interval, String name, String key) throws IOException {
		RawClient client = withKey(port, name, key);
		client.transport.setIdleTimeout(2 * (int) interval.toMillis());
		return client;
	}

	static RawClient asNobody(int port) throws IOException {
		return new RawClient(port, FRAME_SIZE, (sasl) -> sasl.setMechanisms("ANONYMOUS"));
	}

	Session session() throws IOException {
		Session session = this.connection.session();
		session.open();
		until(() -> session.getRemoteState() == EndpointState.ACTIVE);
		return session;
	}

	Sender sender(Session session, String address) throws IOException {
		return sender(session, address, (sender) -> {
		});
	}

	Sender sender(Session session, String address, Consumer<Sender> wishes) throws IOException {
		Sender sender = session.sender(address + this.deliveries++);
		wishes.accept(sender);
		Target target = new Target();
		target.setAddress(address);
		sender.setTarget(target);
		sender.open();
		until(() -> sender.getCredit() > 0 || sender.getRemoteState() == EndpointState.CLOSED);
		return sender;
	}

	Receiver receiver(Session session, String address, Map<Symbol, Object> filters) {
		return receiver(session, address, filters, (receiver) -> {
		});
	}

	Receiver receiver(Session session, String address, Map<Symbol, Object> filters, Consumer<Receiver> wishes) {
		Receiver receiver = session.receiver(address + this.deliveries++);
		wishes.accept(receiver);
		Source source = new Source();
		source.setAddress(address);
		source.setFilter(filters);
		receiver.setSource(source);
		receiver.open();
		return receiver;
	}

	/**
	 * Receives the message behind one of an address.
	 */
	Message receiveAfter(Session session, String address, long sequenceNumber) throws IOException {
		String selector = "amqp.annotation.x-opt-sequence-number > '%d'".formatted(sequenceNumber);
		Receiver receiver = receiver(session, address,
				Map.of(Symbol.valueOf("apache.org:selector-filter:string"), selector));
		receiver.flow(1);
		Message message = next(receiver);
		receiver.close();
		return message;
	}

	Message next(Receiver receiver) throws IOException {
		until(() -> receiver.current() != null && !receiver.current().isPartial());
		byte[] bytes = new byte[receiver.current().pending()];
		Message message = Proton.message();
		message.decode(bytes, 0, receiver.recv(bytes, 0, bytes.length));
		receiver.advance();
		return message;
	}

	/**
	 * Sends a request to a node and waits for the status of its answer.
	 */
	Object request(Session session, String node, Map<String, Object> properties, Object body) throws IOException {
		String link = "replies" + this.deliveries++;
		return request(session, node, properties, body, link, link);
	}

	/**
	 * The same, naming the link of the answer by its own name and not by its target.
	 */
	Object requestByName(Session session, String node, Map<String, Object> properties) throws IOException {
		return request(session, node, properties, null, "replies" + this.deliveries, null);
	}

	/**
	 * The same without naming the link of the answer.
	 */
	Object requestWithoutReplyTo(Session session, String node, Map<String, Object> properties) throws IOException {
		return request(session, node, properties, null, null, node);
	}

	private Object request(Session session, String node, Map<String, Object> properties, Object body, String replyTo,
			String targetAddress) throws IOException {
		Receiver replies = session.receiver("replies" + this.deliveries++);
		Source source = new Source();
		source.setAddress(node);
		replies.setSource(source);
		Target target = new Target();
		target.setAddress(targetAddress);
		replies.setTarget(target);
		replies.flow(1);
		replies.open();
		Message request = Proton.message();
		request.setReplyTo(replyTo);
		request.setApplicationProperties(new ApplicationProperties(properties));
		request.setBody(new AmqpValue(body));
		byte[] bytes = new byte[4096];
		send(sender(session, node), Arrays.copyOf(bytes, request.encode(bytes, 0, bytes.length)), 0);
		return next(replies).getApplicationProperties().getValue().get("status-code");
	}

	DeliveryState send(Sender sender, byte[] message, int format) throws IOException {
		Delivery delivery = delivery(sender);
		delivery.setMessageFormat(format);
		return finish(sender, delivery, message);
	}

	/**
	 * Sends the first part of a message.
	 */
	Delivery begin(Sender sender, byte[] part) throws IOException {
		Delivery delivery = delivery(sender);
		sender.send(part, 0, part.length);
		write();
		return delivery;
	}

	/**
	 * Sends the rest of a message.
	 */
	DeliveryState finish(Sender sender, Delivery delivery, byte[] rest) throws IOException {
		sender.send(rest, 0, rest.length);
		sender.advance();
		if (sender.getSenderSettleMode() == SenderSettleMode.SETTLED) {
			delivery.settle();
			return null;
		}
		until(delivery::remotelySettled);
		delivery.settle();
		return delivery.getRemoteState();
	}

	private Delivery delivery(Sender sender) {
		return sender.delivery(ByteBuffer.allocate(Long.BYTES).putLong(this.deliveries++).array());
	}

	/**
	 * Sends bytes past the engine.
	 */
	void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
	}

	byte[] read(int bytes) throws IOException {
		return this.socket.getInputStream().readNBytes(bytes);
	}

	/**
	 * Sends bytes past the engine and reads as many as they are.
	 */
	byte[] exchange(byte[] bytes) throws IOException {
		write(bytes);
		return this.socket.getInputStream().readNBytes(bytes.length);
	}

	/**
	 * Writes and reads until something has happened.
	 */
	void until(BooleanSupplier condition) throws IOException {
		byte[] bytes = new byte[64 * 1024];
		write();
		while (!condition.getAsBoolean()) {
			int length = this.socket.getInputStream().read(bytes);
			if (length < 0) {
				throw new IOException("the server closed the connection");
			}
			for (int at = 0; at < length;) {
				int part = Math.min(length - at, this.transport.capacity());
				this.transport.tail().put(bytes, at, part);
				this.transport.process();
				at += part;
			}
			write();
		}
	}

	private void write() throws IOException {
		for (int pending = this.transport.pending(); pending > 0; pending = this.transport.pending()) {
			byte[] bytes = new byte[pending];
			this.transport.head().get(bytes);
			this.transport.pop(pending);
			this.socket.getOutputStream().write(bytes);
			this.written.write(bytes);
		}
	}

	int unread() throws IOException {
		return this.socket.getInputStream().available();
	}

	/**
	 * All that was sent.
	 */
	byte[] written() {
		return this.written.toByteArray();
	}

	/**
	 * Reads until the server closes the connection.
	 * @return what it says at last
	 */
	byte[] untilClosed() throws IOException {
		return this.socket.getInputStream().readAllBytes();
	}

	ErrorCondition error() {
		return this.connection.getRemoteCondition();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
