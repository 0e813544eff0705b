package io.commitpipeline.local.eventhubs.protocol;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.transport.Disposition;
import org.apache.qpid.proton.engine.impl.TransportImpl;

/**
 * The engine, which would look for each of the four billion deliveries that a client can
 * name in one frame, and behind the last begin anew.
 */
final class GuardedTransport extends TransportImpl {

	private static final int MOST_DELIVERIES = 100_000;

	@Override
	public void handleDisposition(Disposition disposition, Binary payload, Integer channel) {
		UnsignedInteger first = disposition.getFirst();
		UnsignedInteger last = (disposition.getLast() != null) ? disposition.getLast() : first;
		if (last.equals(UnsignedInteger.MAX_VALUE) || last.longValue() - first.longValue() > MOST_DELIVERIES) {
			throw new LimitExceededException("A frame settles at most %d deliveries.".formatted(MOST_DELIVERIES));
		}
		super.handleDisposition(disposition, payload, channel);
	}

}
