package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the peer does to connection, sessions and links.
 */
final class EngineEvents {

	private static final Logger logger = LoggerFactory.getLogger(EngineEvents.class);

	private static final int MOST_LINKS_AND_SESSIONS = 5_000;

	private static final EnumSet<EndpointState> ANY = EnumSet.allOf(EndpointState.class);

	private final Collector collector;

	private final Runnable write;

	private final LinkOpener opener;

	private final Map<Link, LinkHandler> handlers = new LinkedHashMap<>();

	private int linksAndSessions;

	/**
	 * Makes the answers.
	 * @param write sends what the engine has to say, which it forgets of what is freed
	 */
	EngineEvents(Collector collector, Runnable write, LinkOpener opener) {
		this.collector = collector;
		this.write = write;
		this.opener = opener;
	}

	void dispatch() {
		for (Event event = this.collector.peek(); event != null; event = this.collector.peek()) {
			handle(event);
			this.collector.pop();
		}
	}

	private void handle(Event event) {
		switch (event.getType()) {
			case CONNECTION_REMOTE_OPEN -> open(event.getConnection());
			case SESSION_REMOTE_OPEN -> open(event.getSession());
			case LINK_REMOTE_OPEN -> open(event.getLink());
			case LINK_FLOW -> flow(event.getLink());
			case DELIVERY -> deliver(event.getDelivery());
			case LINK_REMOTE_DETACH, LINK_REMOTE_CLOSE -> close(event.getLink());
			case SESSION_REMOTE_CLOSE -> close(event.getSession());
			case CONNECTION_REMOTE_CLOSE -> event.getConnection().close();
			default -> logger.trace("{}", event);
		}
	}

	private static void open(Connection connection) {
		connection.setContainer("local-eventhubs");
		connection.open();
	}

	private void open(Session session) {
		count();
		session.open();
	}

	private void count() {
		if (++this.linksAndSessions > MOST_LINKS_AND_SESSIONS) {
			throw new LimitExceededException(
					"A connection holds at most %d links and sessions.".formatted(MOST_LINKS_AND_SESSIONS));
		}
	}

	private void open(Link link) {
		if (link == null || this.handlers.containsKey(link)) {
			throw new IllegalStateException("a link begins with a handle or a name that another has");
		}
		count();
		link.setSource(link.getRemoteSource());
		link.setTarget(link.getRemoteTarget());
		link.setSenderSettleMode(link.getRemoteSenderSettleMode());
		link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
		try {
			LinkHandler handler = (link instanceof Receiver receiver) ? this.opener.openIncoming(receiver)
					: this.opener.openOutgoing((Sender) link);
			this.handlers.put(link, handler);
			link.open();
		}
		catch (RefusedException ex) {
			refuse(link, Conditions.of(ex));
		}
		catch (IOException ex) {
			logger.error("Cannot open a link", ex);
			refuse(link, Conditions.error(Conditions.INTERNAL_ERROR, ex.getMessage()));
		}
	}

	private static void refuse(Link link, ErrorCondition condition) {
		link.setSource(null);
		link.setTarget(null);
		link.open();
		link.setCondition(condition);
		link.close();
	}

	private void flow(Link link) {
		LinkHandler handler = this.handlers.get(link);
		if (handler != null) {
			handler.flow();
		}
	}

	private void deliver(Delivery delivery) {
		LinkHandler handler = this.handlers.get(delivery.getLink());
		if (handler != null && delivery.getLink().getLocalState() == EndpointState.ACTIVE) {
			handler.delivery(delivery);
		}
		else {
			discard(delivery.getLink());
		}
	}

	/**
	 * What still comes on a link that has ended here is not kept.
	 */
	private static void discard(Link link) {
		while (link instanceof Receiver receiver && receiver.current() != null) {
			receiver.recv();
			if (receiver.current().isPartial() && !receiver.current().isAborted()) {
				return;
			}
			receiver.advance();
		}
	}

	private void close(Link link) {
		LinkHandler handler = this.handlers.remove(link);
		if (handler != null) {
			handler.flush();
			handler.closed();
		}
		discard(link);
		link.close();
		this.write.run();
		link.free();
		this.linksAndSessions--;
	}

	/**
	 * A session takes its links along, of which nothing more is said.
	 */
	private void close(Session session) {
		linksOf(session).forEach(this::close);
		session.close();
		this.write.run();
		session.free();
		this.linksAndSessions--;
	}

	private static List<Link> linksOf(Session session) {
		return Stream
			.iterate(session.getConnection().linkHead(ANY, ANY), Objects::nonNull, (link) -> link.next(ANY, ANY))
			.filter((link) -> link.getSession() == session)
			.toList();
	}

	/**
	 * Writes and acknowledges what has come.
	 */
	void flush() {
		this.handlers.values().forEach(LinkHandler::flush);
	}

	/**
	 * Sends what may be sent.
	 * @return whether a link could send more at once
	 */
	boolean pump() {
		boolean more = false;
		for (LinkHandler handler : this.handlers.values()) {
			more |= handler.pump();
		}
		return more;
	}

	/**
	 * Ends links whose token has run out.
	 */
	void check(Grants grants) {
		this.handlers.values().forEach((handler) -> handler.check(grants));
	}

	/**
	 * Says on every link why it ends, since a receiver that sees no error takes it for
	 * the end of the stream.
	 */
	void detach(ErrorCondition condition) {
		this.handlers.keySet().forEach((link) -> {
			link.setCondition(condition);
			link.close();
		});
	}

	/**
	 * The connection is gone.
	 */
	void closed() {
		this.handlers.values().forEach(LinkHandler::closed);
		this.handlers.clear();
	}

}
