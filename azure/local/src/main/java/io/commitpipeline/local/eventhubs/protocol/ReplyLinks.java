package io.commitpipeline.local.eventhubs.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;

/**
 * The links of a connection on which answers go out.
 */
final class ReplyLinks {

	private final List<Entry> links = new ArrayList<>();

	ReplyLink open(String node, Sender sender) {
		this.links.removeIf((entry) -> entry.sender().getRemoteState() == EndpointState.CLOSED);
		ReplyLink link = new ReplyLink(sender);
		this.links.add(new Entry(node, sender, link));
		return link;
	}

	/**
	 * The link whose target a request names. Some clients name none, or something on
	 * their side: they mean the node's link in the request's session.
	 */
	Optional<ReplyLink> find(String node, Session session, String replyTo) {
		return last(node, (entry) -> replyTo != null && replyTo.equals(entry.target()))
			.or(() -> last(node, (entry) -> entry.sender().getSession() == session));
	}

	private Optional<ReplyLink> last(String node, Predicate<Entry> wanted) {
		return this.links.stream()
			.filter((entry) -> entry.node().equals(node))
			.filter(wanted)
			.reduce((first, last) -> last)
			.map(Entry::link);
	}

	private record Entry(String node, Sender sender, ReplyLink link) {

		private String target() {
			return (this.sender.getRemoteTarget() instanceof Target target) ? target.getAddress() : null;
		}

	}

}
