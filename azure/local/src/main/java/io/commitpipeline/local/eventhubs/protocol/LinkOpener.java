package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.Hub;
import io.commitpipeline.local.eventhubs.broker.Partition;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.faults.LinkAddress;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;

/**
 * Decides what a link that a client opens is for.
 */
final class LinkOpener {

	private static final Symbol EPOCH = Symbol.valueOf("com.microsoft:epoch");

	private static final Symbol RUNTIME_METRICS = Symbol.valueOf("com.microsoft:enable-receiver-runtime-metric");

	private final ClientConnection connection;

	private final Broker broker;

	private final LinkFaults faults;

	private final ServerSettings settings;

	private final Grants grants;

	private final ClaimsNode claims;

	private final ManagementNode management;

	private final ReplyLinks replyLinks = new ReplyLinks();

	LinkOpener(ClientConnection connection, Broker broker, Grants grants, LinkFaults faults, ServerSettings settings) {
		this.connection = connection;
		this.broker = broker;
		this.faults = faults;
		this.settings = settings;
		this.grants = grants;
		this.claims = new ClaimsNode(broker, grants);
		this.management = new ManagementNode(broker, grants);
	}

	LinkHandler openIncoming(Receiver receiver) throws RefusedException {
		Address address = Address
			.parse((receiver.getRemoteTarget() instanceof Target target) ? target.getAddress() : null);
		if (address.node().equals(ClaimsNode.ADDRESS)) {
			return request(this.claims, address.node(), receiver);
		}
		if (address.node().equals(ManagementNode.ADDRESS)) {
			return request(this.management, address.node(), receiver);
		}
		Hub hub = this.broker.hub(address.node());
		Optional<Partition> partition = address.partition().isPresent()
				? Optional.of(hub.partition(address.partition().get())) : Optional.empty();
		IngressLink link = new IngressLink(this.connection, this.faults, allowed(hub, address), hub, partition,
				receiver, transfers(receiver));
		link.start();
		return link;
	}

	private Transfers transfers(Receiver receiver) {
		return new Transfers(receiver, this.settings.largestMessage());
	}

	private RequestLink request(Node node, String name, Receiver receiver) {
		return new RequestLink(node, (replyTo) -> this.replyLinks.find(name, receiver.getSession(), replyTo),
				transfers(receiver));
	}

	LinkHandler openOutgoing(Sender sender) throws RefusedException, IOException {
		Source source = (sender.getRemoteSource() instanceof Source given) ? given : new Source();
		Address address = Address.parse(source.getAddress());
		if (address.node().equals(ClaimsNode.ADDRESS) || address.node().equals(ManagementNode.ADDRESS)) {
			return this.replyLinks.open(address.node(), sender);
		}
		Hub hub = this.broker.hub(address.node());
		String group = address.group().orElseThrow(() -> RefusedException.notFound(source.getAddress()));
		hub.requireGroup(group);
		EgressLink link = new EgressLink(this.connection, this.faults, allowed(hub, address), sender,
				hub.partition(address.partition().orElse("")), ownerLevel(sender),
				wantsMetrics(sender) ? this.settings.clock() : null);
		link.start(PositionFilter.of(source));
		return link;
	}

	private LinkAddress allowed(Hub hub, Address address) throws RefusedException {
		LinkAddress allowed = new LinkAddress(hub.name(), address.group(), address.partition());
		if (!this.grants.allow(allowed.path())) {
			throw RefusedException.unauthorized(allowed.path());
		}
		return allowed;
	}

	private static OptionalLong ownerLevel(Sender sender) {
		Map<Symbol, Object> properties = sender.getRemoteProperties();
		return (properties != null && properties.get(EPOCH) instanceof Number level)
				? OptionalLong.of(level.longValue()) : OptionalLong.empty();
	}

	private static boolean wantsMetrics(Sender sender) {
		Symbol[] desired = sender.getRemoteDesiredCapabilities();
		return desired != null && Arrays.asList(desired).contains(RUNTIME_METRICS);
	}

}
