package io.commitpipeline.local.eventhubs.faults;

/**
 * A client's link, as faults reach it from any thread.
 */
public interface OpenLink {

	/**
	 * What the link is for.
	 */
	LinkAddress address();

	/**
	 * Ends the link.
	 * @param error what the client is told
	 */
	void detach(AmqpError error);

	/**
	 * Ends the link's connection without a word.
	 */
	void drop();

	/**
	 * Goes on, where it was held up.
	 */
	void wake();

	/**
	 * Goes to another event of the partition; nothing on a link of a sender.
	 * @param events how many to leave out, or to deliver again if negative
	 */
	default void move(long events) {
	}

}
