package io.commitpipeline.local.datalake.faults;

import java.util.EnumSet;
import java.util.Optional;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.faults.FaultList;

/**
 * The faults of an account. They can be set and lifted at any time, from any thread.
 */
public final class LakeFaults {

	private final FaultList<Exchange, LakeFault> faults = new FaultList<>();

	/**
	 * Requests of some kinds.
	 * @param first what they do
	 * @param more or do as well
	 * @return their faults
	 */
	public RequestFaults on(LakeOperation first, LakeOperation... more) {
		return new RequestFaults(this.faults, EnumSet.of(first, more));
	}

	/**
	 * Lets a fault strike a request.
	 * @param exchange the request
	 * @return what happens to it; empty if it is served as always
	 */
	public Optional<LakeFault> strike(Exchange exchange) {
		return this.faults.strike(exchange);
	}

	/**
	 * Lifts whatever is set.
	 */
	public void lift() {
		this.faults.lift();
	}

}
