package io.commitpipeline.local.eventhubs.protocol;

import java.util.Map;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;

/**
 * Takes tokens. See the OASIS draft "AMQP Claims-based Security".
 */
final class ClaimsNode implements Node {

	static final String ADDRESS = "$cbs";

	private static final String SAS = "servicebus.windows.net:sastoken";

	private final Broker broker;

	private final Grants grants;

	ClaimsNode(Broker broker, Grants grants) {
		this.broker = broker;
		this.grants = grants;
	}

	@Override
	public Response answer(Map<String, Object> request, Object body) throws RefusedException {
		String audience = String.valueOf(request.get("name"));
		if (!"put-token".equals(request.get("operation")) || !SAS.equals(request.get("type"))) {
			throw new RefusedException(Reason.INVALID_ARGUMENT, "Only put-token of %s is known here, not %s of %s."
				.formatted(SAS, request.get("operation"), request.get("type")));
		}
		requireEntity(Grants.entity(audience));
		this.grants.take(audience, String.valueOf(body));
		return Response.accepted();
	}

	private void requireEntity(String entity) throws RefusedException {
		if (!entity.isEmpty() && !entity.startsWith("$")) {
			this.broker.hub(entity);
		}
	}

}
