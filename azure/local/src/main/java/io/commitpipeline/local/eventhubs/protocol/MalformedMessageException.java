package io.commitpipeline.local.eventhubs.protocol;

/**
 * A client's bytes are no AMQP message.
 */
final class MalformedMessageException extends Exception {

	private static final long serialVersionUID = 1L;

	MalformedMessageException(String message) {
		super(message);
	}

	MalformedMessageException(Throwable cause) {
		super("The message ends within a value.", cause);
	}

}
