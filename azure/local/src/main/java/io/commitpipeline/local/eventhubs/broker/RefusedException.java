package io.commitpipeline.local.eventhubs.broker;

/**
 * What a client asked for cannot be had; the message is for the client.
 */
public final class RefusedException extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Refuses.
	 * @param reason the kind of refusal
	 * @param message the sentence the client sees
	 */
	public RefusedException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * No such hub, consumer group or address.
	 * @param entity what was asked for
	 * @return the refusal, in the words SDKs look for
	 */
	public static RefusedException notFound(String entity) {
		return new RefusedException(Reason.NOT_FOUND,
				"The messaging entity '%s' could not be found.".formatted(entity));
	}

	/**
	 * No token for it.
	 * @param entity what was asked for
	 * @return the refusal
	 */
	public static RefusedException unauthorized(String entity) {
		return new RefusedException(Reason.UNAUTHORIZED,
				"Unauthorized access. A token is required to perform this operation. Resource: '%s'."
					.formatted(entity));
	}

	/**
	 * The kind of refusal.
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Kinds of refusal.
	 */
	public enum Reason {

		/** No such hub, consumer group or address. */
		NOT_FOUND,

		/** No such partition. */
		OUT_OF_RANGE,

		/** A start position that makes no sense or lies beyond the end. */
		INVALID_ARGUMENT,

		/** A token that is not valid. */
		AUTH_FAILED,

		/** Nothing that a link or a request needs a token for comes without one. */
		UNAUTHORIZED,

		/** Another reader has a higher owner level. */
		STOLEN,

		/** Too many readers without owner level. */
		LIMIT_EXCEEDED,

		/** The hub is going away; another one of that name may come. */
		DETACHED

	}

}
