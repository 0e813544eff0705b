package io.commitpipeline.local.eventhubs.protocol;

import io.commitpipeline.local.eventhubs.access.Grants;
import org.apache.qpid.proton.engine.Delivery;

/**
 * What a link does; called on its connection's event loop.
 */
interface LinkHandler {

	/**
	 * A transfer has come, or the peer has answered one of ours.
	 */
	void delivery(Delivery delivery);

	/**
	 * The peer has said how much it takes.
	 */
	default void flow() {
	}

	/**
	 * Sends what credit and the connection allow.
	 * @return whether more could be sent at once
	 */
	default boolean pump() {
		return false;
	}

	/**
	 * Writes and acknowledges what has come since the last time.
	 */
	default void flush() {
	}

	/**
	 * Ends if it is no longer allowed.
	 */
	default void check(Grants grants) {
	}

	/**
	 * The link is gone.
	 */
	default void closed() {
	}

}
