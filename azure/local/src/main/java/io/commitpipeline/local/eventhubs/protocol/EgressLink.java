package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Clock;
import java.util.OptionalLong;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Partition;
import io.commitpipeline.local.eventhubs.broker.Reader;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.StartPosition;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.LinkAddress;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import io.commitpipeline.local.eventhubs.faults.OpenLink;
import io.commitpipeline.local.eventhubs.log.LogReader;
import io.commitpipeline.local.eventhubs.log.StoredEvent;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.impl.SenderImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client receives a partition's events, read from disk as it grants credit.
 */
final class EgressLink implements LinkHandler, Reader, OpenLink {

	private static final Logger logger = LoggerFactory.getLogger(EgressLink.class);

	private static final int QUANTUM = 256 * 1024;

	/**
	 * What a client never settles is settled here, or it would be remembered for ever.
	 */
	private static final int MOST_UNSETTLED = 10_000;

	private final ClientConnection connection;

	private final LinkFaults faults;

	private final LinkAddress address;

	private final Sender sender;

	private final Partition partition;

	private final OptionalLong ownerLevel;

	private final Clock metricsClock;

	private LogReader log;

	private long deliveries;

	private boolean draining;

	/**
	 * Makes the link.
	 * @param metricsClock dates runtime metrics; null if the client wants none
	 */
	EgressLink(ClientConnection connection, LinkFaults faults, LinkAddress address, Sender sender, Partition partition,
			OptionalLong ownerLevel, Clock metricsClock) {
		this.connection = connection;
		this.faults = faults;
		this.address = address;
		this.sender = sender;
		this.partition = partition;
		this.ownerLevel = ownerLevel;
		this.metricsClock = metricsClock;
	}

	void start(StartPosition position) throws RefusedException, IOException {
		this.log = this.partition.readFrom(position);
		this.faults.opened(this);
		try {
			this.partition.join(group(), this);
		}
		catch (RefusedException ex) {
			this.faults.closed(this);
			throw ex;
		}
	}

	private String group() {
		return this.address.group().orElseThrow();
	}

	@Override
	public boolean pump() {
		if (this.sender.getLocalState() != EndpointState.ACTIVE || this.log.isBehind() && this.faults.isFrozen(this)) {
			return false;
		}
		try {
			while (this.sender.getCredit() > 0) {
				if (this.sender.getSession().getOutgoingBytes() >= QUANTUM) {
					return true;
				}
				StoredEvent event = this.log.poll();
				if (event == null) {
					break;
				}
				send(event);
			}
			return drain();
		}
		catch (ClosedChannelException ex) {
			detachNow(Conditions.of(AmqpError.DETACH_FORCED));
		}
		catch (IOException ex) {
			logger.error("Cannot read the log, the receiver is detached", ex);
			detachNow(Conditions.error(Conditions.INTERNAL_ERROR, ex.getMessage()));
		}
		return false;
	}

	@Override
	public void flow() {
		this.draining = this.sender.getDrain();
	}

	/**
	 * Gives back the credit that a client wants to have used up, behind the last event.
	 * The engine says nothing where none is left, so it is lent some.
	 */
	private boolean drain() {
		if (this.draining && this.sender.getQueued() == 0) {
			((SenderImpl) this.sender).setCredit(Math.max(1, this.sender.getCredit()));
			this.sender.drained();
			this.draining = false;
		}
		return this.draining;
	}

	private void send(StoredEvent event) {
		ByteBuffer message = (this.metricsClock != null)
				? OutgoingEvent.encode(event, this.partition.properties(), this.metricsClock.millis())
				: OutgoingEvent.encode(event, null, 0);
		byte[] tag = ByteBuffer.allocate(Long.BYTES).putLong(this.deliveries++).array();
		Delivery delivery = this.sender.delivery(tag);
		this.sender.sendNoCopy(ReadableBuffer.ByteBufferReader.wrap(message));
		if (this.sender.getSenderSettleMode() == SenderSettleMode.SETTLED) {
			delivery.settle();
		}
		this.sender.advance();
		if (this.sender.getUnsettled() > MOST_UNSETTLED) {
			settle(this.sender.head());
		}
	}

	@Override
	public void delivery(Delivery delivery) {
		if (delivery.remotelySettled() || delivery.getRemoteState() != null) {
			settle(delivery);
		}
	}

	/**
	 * A client that leaves the last word to the server gets it.
	 */
	private static void settle(Delivery delivery) {
		if (!delivery.remotelySettled()) {
			delivery.disposition(Accepted.getInstance());
		}
		delivery.settle();
	}

	@Override
	public OptionalLong ownerLevel() {
		return this.ownerLevel;
	}

	@Override
	public void wake() {
		this.connection.wake();
	}

	@Override
	public void stolen(String reason) {
		this.connection.execute(() -> detachNow(Conditions.error(Conditions.STOLEN, reason)));
	}

	@Override
	public LinkAddress address() {
		return this.address;
	}

	@Override
	public void detach(AmqpError error) {
		this.connection.execute(() -> detachNow(Conditions.of(error)));
	}

	@Override
	public void drop() {
		this.connection.drop();
	}

	@Override
	public void move(long events) {
		this.connection.execute(() -> this.log.move(events));
	}

	private void detachNow(ErrorCondition condition) {
		if (this.sender.getLocalState() == EndpointState.ACTIVE) {
			this.sender.setCondition(condition);
			this.sender.close();
			closed();
		}
	}

	@Override
	public void check(Grants grants) {
		if (!grants.allow(this.address.path())) {
			detachNow(Conditions.of(AmqpError.TOKEN_EXPIRED));
		}
	}

	@Override
	public void closed() {
		this.faults.closed(this);
		this.partition.leave(group(), this);
	}

}
