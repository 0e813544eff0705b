package io.commitpipeline.local.eventhubs.protocol;

import java.util.EnumSet;

import io.netty.channel.Channel;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Session;

/**
 * What a client sends: read on, or left in the network while others have to come to an
 * end first.
 */
final class Inflow {

	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);

	private static final int TICKS_TO_WAIT = 40;

	private final Connection connection;

	private final Channel channel;

	private final Unfinished unfinished;

	private final Runnable wake;

	private boolean waiting;

	private int ticks;

	/**
	 * @param wake lets the connection look again whether it has to wait, from any thread
	 */
	Inflow(Connection connection, NetSocket socket, Unfinished unfinished, Runnable wake) {
		this.connection = connection;
		// A socket that is paused in the usual way goes on to read a mebibyte.
		this.channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
		this.unfinished = unfinished;
		this.wake = wake;
	}

	/**
	 * Notes how much there is of transfers that are not at their end.
	 */
	void note() {
		long bytes = 0;
		for (Session session = this.connection.sessionHead(ANY, ANY); session != null; session = session.next(ANY,
				ANY)) {
			bytes += session.getIncomingBytes();
		}
		this.unfinished.set(this, bytes);
	}

	void waitOrRead() {
		if (this.waiting != this.unfinished.isToWait(this)) {
			this.waiting = !this.waiting;
			this.channel.config().setAutoRead(!this.waiting);
		}
	}

	/**
	 * One who waits is read on a little now and then, for its heartbeats.
	 */
	void tick() {
		if (this.waiting && ++this.ticks % TICKS_TO_WAIT == 0) {
			this.channel.read();
		}
	}

	void wake() {
		this.wake.run();
	}

	void end() {
		this.unfinished.set(this, 0);
	}

}
