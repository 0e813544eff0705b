package io.commitpipeline.local.eventhubs.faults;

/**
 * An error as clients see it on a link.
 *
 * @param condition what programs read
 * @param description what people read
 */
public record AmqpError(String condition, String description) {

	/** Too much is asked of the hub; clients wait four seconds and more. */
	public static final AmqpError SERVER_BUSY = new AmqpError("com.microsoft:server-busy",
			"The request was terminated because the entity is being throttled. Error code : 50002. "
					+ "Please wait 4 seconds and try again.");

	/** The service moves or cleans up; clients attach again by themselves. */
	public static final AmqpError DETACH_FORCED = new AmqpError("amqp:link:detach-forced",
			"The link is force detached by the broker.");

	/**
	 * Another receiver has taken the partition; clients do not come back by themselves.
	 */
	public static final AmqpError STOLEN = new AmqpError("amqp:link:stolen",
			"New receiver with higher owner level disconnects this one.");

	/** Nothing came over the link for long; clients attach again by themselves. */
	public static final AmqpError IDLE = new AmqpError("amqp:link:detach-forced", "The link is force detached. "
			+ "Code: ServerError. Details: AmqpEventHubConsumer.IdleTimerExpired: Idle timeout: 00:30:00.");

	/** The token of the link has run out; clients bring a new one. */
	public static final AmqpError TOKEN_EXPIRED = new AmqpError("amqp:unauthorized-access",
			"ExpiredToken: The token is expired.");

	/** The service failed; clients attach again by themselves. */
	public static final AmqpError INTERNAL_ERROR = new AmqpError("amqp:internal-error",
			"The service was unable to process the request; please retry the operation.");

}
