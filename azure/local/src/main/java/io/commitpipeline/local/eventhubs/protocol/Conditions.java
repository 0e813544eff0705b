package io.commitpipeline.local.eventhubs.protocol;

import java.util.Map;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/**
 * Error conditions that clients know.
 */
final class Conditions {

	static final Symbol MESSAGE_SIZE_EXCEEDED = Symbol.valueOf("amqp:link:message-size-exceeded");

	static final Symbol TRANSFER_LIMIT_EXCEEDED = Symbol.valueOf("amqp:link:transfer-limit-exceeded");

	static final Symbol DECODE_ERROR = Symbol.valueOf("amqp:decode-error");

	static final Symbol INTERNAL_ERROR = Symbol.valueOf("amqp:internal-error");

	static final Symbol CONNECTION_FORCED = Symbol.valueOf("amqp:connection:forced");

	static final Symbol DETACH_FORCED = Symbol.valueOf("amqp:link:detach-forced");

	static final Symbol LIMIT_EXCEEDED = Symbol.valueOf("amqp:resource-limit-exceeded");

	static final Symbol STOLEN = Symbol.valueOf("amqp:link:stolen");

	private Conditions() {
	}

	/**
	 * An error with all its fields: there are clients that count on the last one.
	 */
	static ErrorCondition error(Symbol condition, String description) {
		ErrorCondition error = new ErrorCondition(condition, description);
		error.setInfo(Map.of());
		return error;
	}

	static ErrorCondition of(RefusedException refused) {
		return error(symbol(refused.reason()), refused.getMessage());
	}

	static ErrorCondition of(AmqpError error) {
		return error(Symbol.valueOf(error.condition()), error.description());
	}

	static Symbol symbol(Reason reason) {
		return switch (reason) {
			case NOT_FOUND -> Symbol.valueOf("amqp:not-found");
			case OUT_OF_RANGE -> Symbol.valueOf("com.microsoft:argument-out-of-range");
			case INVALID_ARGUMENT -> Symbol.valueOf("com.microsoft:argument-error");
			case AUTH_FAILED -> Symbol.valueOf("com.microsoft:auth-failed");
			case UNAUTHORIZED -> Symbol.valueOf("amqp:unauthorized-access");
			case STOLEN -> STOLEN;
			case LIMIT_EXCEEDED -> LIMIT_EXCEEDED;
			case DETACHED -> DETACH_FORCED;
		};
	}

	static int status(Reason reason) {
		return switch (reason) {
			case NOT_FOUND -> 404;
			case OUT_OF_RANGE, INVALID_ARGUMENT -> 400;
			case AUTH_FAILED, UNAUTHORIZED -> 401;
			case STOLEN -> 409;
			case LIMIT_EXCEEDED -> 403;
			case DETACHED -> 503;
		};
	}

}
