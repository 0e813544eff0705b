package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.eventhubs.broker.Hub;
import io.commitpipeline.local.eventhubs.broker.Partition;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client sends events to a hub or to one partition. What came together is written
 * together, then acknowledged.
 */
final class IngressLink implements LinkHandler {

	private static final Logger logger = LoggerFactory.getLogger(IngressLink.class);

	private final Hub hub;

	private final Optional<Partition> partition;

	private final Transfers transfers;

	private final Map<Partition, Writes> unwritten = new LinkedHashMap<>();

	IngressLink(Hub hub, Optional<Partition> partition, Receiver receiver) {
		this.hub = hub;
		this.partition = partition;
		this.transfers = new Transfers(receiver);
		this.transfers.topUp();
	}

	@Override
	public void delivery(Delivery delivery) {
		ByteBuffer bytes = this.transfers.take(delivery);
		if (bytes == null) {
			return;
		}
		try {
			IncomingEvents events = IncomingEvents.of(bytes, delivery.getMessageFormat());
			Writes writes = this.unwritten.computeIfAbsent(choose(events.partitionKey()), (chosen) -> new Writes());
			writes.messages().addAll(events.messages());
			writes.deliveries().add(delivery);
		}
		catch (MalformedMessageException ex) {
			Transfers.reject(delivery, new ErrorCondition(Conditions.DECODE_ERROR, ex.getMessage()));
		}
	}

	private Partition choose(String key) {
		return this.partition.orElseGet(() -> (key != null) ? this.hub.partitionOf(key) : this.hub.nextPartition());
	}

	@Override
	public void flush() {
		this.unwritten.forEach(IngressLink::write);
		this.unwritten.clear();
		this.transfers.topUp();
	}

	private static void write(Partition partition, Writes writes) {
		try {
			partition.append(writes.messages());
			writes.deliveries().forEach(Transfers::accept);
		}
		catch (IOException ex) {
			logger.error("Cannot write to the log, {} transfers are rejected", writes.deliveries().size(), ex);
			ErrorCondition condition = new ErrorCondition(Conditions.INTERNAL_ERROR,
					"The events could not be stored: %s".formatted(ex.getMessage()));
			writes.deliveries().forEach((delivery) -> Transfers.reject(delivery, condition));
		}
	}

	private record Writes(List<byte[]> messages, List<Delivery> deliveries) {

		Writes() {
			this(new ArrayList<>(), new ArrayList<>());
		}

	}

}
