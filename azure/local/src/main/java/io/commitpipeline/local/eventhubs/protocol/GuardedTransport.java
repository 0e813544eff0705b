package io.commitpipeline.local.eventhubs.protocol;

import java.util.Set;

import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.transport.Attach;
import org.apache.qpid.proton.amqp.transport.Begin;
import org.apache.qpid.proton.amqp.transport.Close;
import org.apache.qpid.proton.amqp.transport.Detach;
import org.apache.qpid.proton.amqp.transport.Disposition;
import org.apache.qpid.proton.amqp.transport.End;
import org.apache.qpid.proton.engine.impl.TransportImpl;
import org.apache.qpid.proton.framing.TransportFrame;

/**
 * The engine, kept from what it does wrong. It would look for each of the four billion
 * deliveries that a client can name in one frame, and behind the last begin anew. It says
 * nothing of a link or session that the client has ended before the answer to its
 * beginning is written, and takes one of the same name that follows at once for the old.
 */
final class GuardedTransport extends TransportImpl {

	private static final int MOST_DELIVERIES = 100_000;

	private static final Set<Class<?>> BEGINNINGS_AND_ENDS = Set.of(Begin.class, Attach.class, Detach.class, End.class,
			Close.class);

	private final Runnable answer;

	/**
	 * @param answer answers what has come, and writes the answer
	 */
	GuardedTransport(Runnable answer) {
		this.answer = answer;
	}

	@Override
	public boolean handleFrame(TransportFrame frame) {
		if (BEGINNINGS_AND_ENDS.contains(frame.getBody().getClass())) {
			this.answer.run();
		}
		return super.handleFrame(frame);
	}

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
