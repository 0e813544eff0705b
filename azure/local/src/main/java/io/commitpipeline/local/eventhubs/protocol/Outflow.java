package io.commitpipeline.local.eventhubs.protocol;

import java.time.Duration;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import org.apache.qpid.proton.engine.Transport;

/**
 * What a client is sent: all that the engine has to say, up to the goodbye.
 */
final class Outflow {

	private static final int WRITE_QUEUE = 1024 * 1024;

	private static final Duration GOODBYE = Duration.ofSeconds(1);

	private static final byte[] EMPTY_FRAME = { 0, 0, 0, 8, 2, 0, 0, 0 };

	private final Vertx vertx;

	private final NetSocket socket;

	private final Transport transport;

	private final FullFrames frames = new FullFrames();

	private boolean leaving;

	Outflow(Vertx vertx, NetSocket socket, Transport transport) {
		this.vertx = vertx;
		this.socket = socket.setWriteQueueMaxSize(WRITE_QUEUE);
		this.transport = transport;
	}

	/**
	 * @return whether there was something to write
	 */
	boolean write() {
		int pending = this.transport.pending();
		boolean written = pending > 0;
		while (pending > 0) {
			byte[] bytes = new byte[pending];
			this.transport.head().get(bytes);
			this.transport.pop(pending);
			this.socket.write(this.frames.fill(bytes, this.transport.getRemoteMaxFrameSize()));
			pending = this.transport.pending();
		}
		if (pending < 0) {
			leave();
		}
		return written;
	}

	/**
	 * The SDK leaves Nagle's algorithm on: its next credit waits for the acknowledgement
	 * of what it has just sent, which a kernel withholds for 40 ms unless there is
	 * something to send.
	 */
	void acknowledge() {
		this.socket.write(Buffer.buffer(EMPTY_FRAME));
	}

	boolean isFull() {
		return this.socket.writeQueueFull();
	}

	/**
	 * Closes once the client has read what it is told at last; one that does not read is
	 * not waited for.
	 */
	void leave() {
		if (!this.leaving) {
			this.leaving = true;
			this.socket.close();
			this.vertx.setTimer(GOODBYE.toMillis(), (timer) -> cut());
		}
	}

	/**
	 * Closes at once.
	 */
	void cut() {
		((NetSocketInternal) this.socket).channelHandlerContext().close();
	}

}
