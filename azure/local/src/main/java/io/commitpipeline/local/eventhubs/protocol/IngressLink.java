package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Hub;
import io.commitpipeline.local.eventhubs.broker.Partition;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.LinkAddress;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import io.commitpipeline.local.eventhubs.faults.OpenLink;
import io.commitpipeline.local.eventhubs.faults.SendFault;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client sends events to a hub or to one partition. What came together is written
 * together, then acknowledged.
 */
final class IngressLink implements LinkHandler, OpenLink {

	private static final Logger logger = LoggerFactory.getLogger(IngressLink.class);

	private final ClientConnection connection;

	private final LinkFaults faults;

	private final LinkAddress address;

	private final Hub hub;

	private final Optional<Partition> partition;

	private final Receiver receiver;

	private final Transfers transfers;

	private final Map<Partition, Writes> unwritten = new LinkedHashMap<>();

	IngressLink(ClientConnection connection, LinkFaults faults, LinkAddress address, Hub hub,
			Optional<Partition> partition, Receiver receiver, Transfers transfers) {
		this.connection = connection;
		this.faults = faults;
		this.address = address;
		this.hub = hub;
		this.partition = partition;
		this.receiver = receiver;
		this.transfers = transfers;
	}

	void start() {
		this.transfers.topUp();
		this.faults.opened(this);
	}

	@Override
	public void delivery(Delivery delivery) {
		ByteBuffer bytes = this.transfers.take(delivery);
		if (bytes == null) {
			return;
		}
		SendFault fault = this.faults.onSend(this.address);
		if (fault.kind() == SendFault.Kind.THROTTLED) {
			Transfers.reject(delivery, Conditions.of(AmqpError.SERVER_BUSY));
			return;
		}
		try {
			IncomingEvents events = IncomingEvents.of(bytes, delivery.getMessageFormat());
			Writes writes = this.unwritten.computeIfAbsent(choose(events.partitionKey()), (chosen) -> new Writes());
			writes.messages().addAll(events.messages());
			writes.deliveries().put(delivery, fault);
		}
		catch (MalformedMessageException ex) {
			Transfers.reject(delivery, Conditions.error(Conditions.DECODE_ERROR, ex.getMessage()));
		}
	}

	private Partition choose(String key) {
		return this.partition.orElseGet(() -> (key != null) ? this.hub.partitionOf(key) : this.hub.nextPartition());
	}

	@Override
	public void flush() {
		this.unwritten.forEach(this::write);
		this.unwritten.clear();
		if (isOpen()) {
			this.transfers.topUp();
		}
	}

	private void write(Partition partition, Writes writes) {
		try {
			partition.append(writes.messages());
			writes.deliveries().forEach(this::acknowledge);
		}
		catch (ClosedChannelException ex) {
			detachNow(AmqpError.DETACH_FORCED);
		}
		catch (IOException ex) {
			logger.error("Cannot write to the log, {} transfers are rejected", writes.deliveries().size(), ex);
			ErrorCondition condition = Conditions.error(Conditions.INTERNAL_ERROR,
					"The events could not be stored: %s".formatted(ex.getMessage()));
			writes.deliveries().keySet().forEach((delivery) -> Transfers.reject(delivery, condition));
		}
	}

	private void acknowledge(Delivery delivery, SendFault fault) {
		switch (fault.kind()) {
			case LATE -> this.connection.executeAfter(fault.delay(), () -> acknowledgeLate(delivery));
			case UNANSWERED -> logger.debug("A transfer stays without an answer");
			default -> Transfers.accept(delivery);
		}
	}

	private void acknowledgeLate(Delivery delivery) {
		if (isOpen()) {
			Transfers.accept(delivery);
		}
	}

	private boolean isOpen() {
		return this.receiver.getLocalState() == EndpointState.ACTIVE
				&& this.receiver.getRemoteState() == EndpointState.ACTIVE;
	}

	@Override
	public LinkAddress address() {
		return this.address;
	}

	@Override
	public void detach(AmqpError error) {
		this.connection.execute(() -> detachNow(error));
	}

	private void detachNow(AmqpError error) {
		if (isOpen()) {
			this.receiver.setCondition(Conditions.of(error));
			this.receiver.close();
			closed();
		}
	}

	@Override
	public void drop() {
		this.connection.drop();
	}

	@Override
	public void wake() {
		this.connection.wake();
	}

	@Override
	public void check(Grants grants) {
		if (!grants.allow(this.address.path())) {
			detachNow(AmqpError.TOKEN_EXPIRED);
		}
	}

	@Override
	public void closed() {
		this.faults.closed(this);
	}

	private record Writes(List<byte[]> messages, Map<Delivery, SendFault> deliveries) {

		Writes() {
			this(new ArrayList<>(), new LinkedHashMap<>());
		}

	}

}
