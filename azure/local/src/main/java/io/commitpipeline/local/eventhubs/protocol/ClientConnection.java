package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: bytes from the socket through the engine and back, all on one
 * event loop.
 */
final class ClientConnection {

	private static final Logger logger = LoggerFactory.getLogger(ClientConnection.class);

	private static final int FRAME_SIZE = 64 * 1024;

	private static final int TICK_MILLIS = 250;

	private final Vertx vertx;

	private final Context context;

	private final NetSocket socket;

	private final Transport transport = new GuardedTransport(this::answer);

	private final Connection connection = Proton.connection();

	private final EngineEvents events;

	private final Grants grants;

	private final ServerSettings settings;

	private final Handshake handshake;

	private final Inflow inflow;

	private final Outflow outflow;

	private final AtomicBoolean woken = new AtomicBoolean();

	private final Promise<Void> ended = Promise.promise();

	private long timer;

	ClientConnection(Vertx vertx, NetSocket socket, Broker broker, LinkFaults faults, ServerSettings settings,
			Unfinished unfinished) {
		this.vertx = vertx;
		this.context = vertx.getOrCreateContext();
		this.socket = socket;
		Collector collector = Proton.collector();
		this.connection.collect(collector);
		this.settings = settings;
		this.inflow = new Inflow(this.connection, socket, unfinished, this::wake);
		this.outflow = new Outflow(vertx, socket, this.transport);
		this.grants = new Grants(settings.key(), settings.clock());
		this.handshake = new Handshake(this.transport, this.grants);
		this.events = new EngineEvents(collector, this.outflow::write,
				new LinkOpener(this, broker, this.grants, faults, settings));
	}

	void start() {
		this.transport.setMaxFrameSize(FRAME_SIZE);
		this.transport.setOutboundFrameSizeLimit(FRAME_SIZE - FullFrames.LARGEST_GROWTH);
		this.transport.setIdleTimeout((int) this.settings.idleTimeout().toMillis());
		this.transport.setEmitFlowEventOnSend(false);
		this.handshake.offer();
		this.transport.bind(this.connection);
		this.socket.handler(this::received);
		this.socket.drainHandler((drained) -> guarded(this::run));
		this.socket.exceptionHandler((ex) -> logger.debug("A client's connection broke", ex));
		this.socket.closeHandler((closed) -> closed());
		this.timer = this.vertx.setPeriodic(TICK_MILLIS, (timer) -> guarded(this::tick));
		run();
	}

	private void received(Buffer buffer) {
		guarded(() -> {
			process(ByteBuffer.wrap(buffer.getBytes()));
			this.inflow.note();
			if (!run() && this.connection.getLocalState() == EndpointState.ACTIVE) {
				this.outflow.acknowledge();
			}
		});
	}

	private void guarded(Runnable step) {
		try {
			step.run();
		}
		catch (LimitExceededException ex) {
			end(Conditions.error(Conditions.LIMIT_EXCEEDED, ex.getMessage()));
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.debug("A client sent what is no AMQP", ex);
			end(Conditions.error(Conditions.DECODE_ERROR, "The frames cannot be understood: %s".formatted(ex)));
		}
	}

	private void end(ErrorCondition condition) {
		try {
			this.connection.setCondition(condition);
			this.connection.close();
			this.outflow.write();
		}
		catch (RuntimeException ex) {
			logger.debug("A client cannot be told why it is cut off", ex);
		}
		this.outflow.leave();
	}

	private void process(ByteBuffer bytes) {
		while (bytes.hasRemaining() && this.transport.capacity() > 0) {
			ByteBuffer tail = this.transport.tail();
			int length = isOpen() ? Math.min(bytes.remaining(), tail.remaining()) : 1;
			tail.put(bytes.slice(bytes.position(), length));
			bytes.position(bytes.position() + length);
			this.transport.process();
			if (!this.handshake.proceed()) {
				this.outflow.write();
				this.outflow.leave();
				return;
			}
			this.events.dispatch();
		}
	}

	private void answer() {
		this.events.dispatch();
		this.outflow.write();
	}

	/**
	 * Until then bytes go in one by one: a client that does not wait for its sign-in to
	 * succeed has more of them behind, which the engine would take for a part of it.
	 */
	private boolean isOpen() {
		return this.connection.getRemoteState() != EndpointState.UNINITIALIZED;
	}

	private void tick() {
		this.events.check(this.grants);
		this.inflow.tick();
		run();
	}

	private boolean run() {
		this.woken.set(false);
		if (this.ended.future().isComplete()) {
			return false;
		}
		this.transport.tick(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
		this.events.dispatch();
		this.events.flush();
		this.inflow.waitOrRead();
		boolean more = !this.outflow.isFull() && this.events.pump();
		boolean written = this.outflow.write();
		if (more && written && !this.outflow.isFull()) {
			wake();
		}
		return written;
	}

	/**
	 * Runs soon; from any thread.
	 */
	void wake() {
		if (this.woken.compareAndSet(false, true)) {
			this.context.runOnContext((ignored) -> guarded(this::run));
		}
	}

	/**
	 * Does something on the connection's event loop; from any thread.
	 */
	void execute(Runnable task) {
		this.context.runOnContext((ignored) -> guarded(() -> {
			task.run();
			run();
		}));
	}

	/**
	 * Does something on the connection's event loop later; from there.
	 */
	void executeAfter(Duration delay, Runnable task) {
		this.vertx.setTimer(Math.max(1, delay.toMillis()), (timer) -> {
			if (!this.ended.future().isComplete()) {
				execute(task);
			}
		});
	}

	/**
	 * Ends without a word; from any thread.
	 */
	void drop() {
		execute(this.outflow::cut);
	}

	private void closed() {
		this.vertx.cancelTimer(this.timer);
		this.ended.tryComplete();
		this.events.closed();
		this.inflow.end();
		this.transport.unbind();
		this.transport.close();
	}

	/**
	 * Done when the connection is gone.
	 */
	Future<Void> ended() {
		return this.ended.future();
	}

	/**
	 * Says goodbye to the client.
	 * @return done when the connection is gone
	 */
	Future<Void> stop() {
		execute(() -> {
			ErrorCondition forced = Conditions.error(Conditions.CONNECTION_FORCED, "The server stops.");
			this.events.detach(forced);
			end(forced);
		});
		return this.ended.future();
	}

}
