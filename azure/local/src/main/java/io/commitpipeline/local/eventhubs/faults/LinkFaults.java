package io.commitpipeline.local.eventhubs.faults;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.local.faults.FaultList;

/**
 * What the protocol asks and tells: which links there are, and what is to go wrong on
 * them.
 */
public final class LinkFaults {

	private final Set<OpenLink> open = ConcurrentHashMap.newKeySet();

	private final FaultList<LinkAddress, SendFault> sends = new FaultList<>();

	private final FaultList<OpenLink, Boolean> freezes = new FaultList<>();

	/**
	 * A link is about to open.
	 * @param link the link
	 */
	public void opened(OpenLink link) {
		this.open.add(link);
	}

	/**
	 * A link is gone; one that is gone already is fine.
	 * @param link the link
	 */
	public void closed(OpenLink link) {
		this.open.remove(link);
	}

	/**
	 * What becomes of a transfer.
	 * @param sender the link on which it came
	 * @return what goes wrong, or {@link SendFault#NONE}
	 */
	public SendFault onSend(LinkAddress sender) {
		return this.sends.strike(sender).orElse(SendFault.NONE);
	}

	/**
	 * Whether a link delivers nothing for now.
	 * @param receiver a receiver's link that has something to deliver
	 * @return whether it has to wait
	 */
	public boolean isFrozen(OpenLink receiver) {
		return this.freezes.strike(receiver).isPresent();
	}

	Fault addSendFault(long times, Predicate<LinkAddress> senders, SendFault fault) {
		return this.sends.add(times, senders, fault, () -> {
		});
	}

	Fault freeze(Predicate<OpenLink> receivers) {
		return this.freezes.add(Long.MAX_VALUE, receivers, true, () -> this.open.forEach(OpenLink::wake));
	}

	List<OpenLink> open(Predicate<LinkAddress> addresses) {
		return this.open.stream().filter((link) -> addresses.test(link.address())).toList();
	}

	int strike(Predicate<LinkAddress> addresses, Consumer<OpenLink> blow) {
		List<OpenLink> present = open(addresses);
		present.forEach(blow);
		return present.size();
	}

	void lift() {
		this.sends.lift();
		this.freezes.lift();
	}

}
