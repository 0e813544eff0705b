package io.commitpipeline.local.eventhubs.protocol;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.Hub;
import io.commitpipeline.local.eventhubs.broker.PartitionProperties;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;

/**
 * Tells the properties of hubs and partitions.
 */
final class ManagementNode implements Node {

	static final String ADDRESS = "$management";

	private static final String HUB = "com.microsoft:eventhub";

	private static final String PARTITION = "com.microsoft:partition";

	private final Broker broker;

	private final Grants grants;

	ManagementNode(Broker broker, Grants grants) {
		this.broker = broker;
		this.grants = grants;
	}

	@Override
	public Response answer(Map<String, Object> request, Object body) throws RefusedException {
		String type = String.valueOf(request.get("type"));
		if (!"READ".equals(request.get("operation")) || !(type.equals(HUB) || type.equals(PARTITION))) {
			throw new RefusedException(Reason.INVALID_ARGUMENT, "Only READ of %s and %s is known here, not %s of %s."
				.formatted(HUB, PARTITION, request.get("operation"), type));
		}
		Hub hub = this.broker.hub(String.valueOf(request.get("name")));
		authorize(hub, request.get("security_token"));
		return Response
			.ok(type.equals(HUB) ? properties(hub) : properties(hub, String.valueOf(request.get("partition"))));
	}

	/**
	 * Some clients bring a token with each request instead of one for the connection.
	 */
	private void authorize(Hub hub, Object token) throws RefusedException {
		if (token != null) {
			this.grants.check(hub.name(), String.valueOf(token));
		}
		else if (!this.grants.allowAnyOf(hub.name())) {
			throw RefusedException.unauthorized(hub.name());
		}
	}

	private static Map<String, Object> properties(Hub hub) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("type", HUB);
		properties.put("name", hub.name());
		properties.put("created_at", Date.from(hub.createdAt()));
		properties.put("partition_count", hub.partitionCount());
		properties.put("georeplication_factor", 1);
		properties.put("partition_ids",
				IntStream.range(0, hub.partitionCount()).mapToObj(Integer::toString).toArray(String[]::new));
		return properties;
	}

	private static Map<String, Object> properties(Hub hub, String id) throws RefusedException {
		PartitionProperties partition = hub.partition(id).properties();
		Map<String, Object> properties = new HashMap<>();
		properties.put("type", PARTITION);
		properties.put("name", hub.name());
		properties.put("partition", id);
		properties.put("begin_sequence_number", partition.beginSequenceNumber());
		properties.put("last_enqueued_sequence_number", partition.lastSequenceNumber());
		properties.put("last_enqueued_offset", partition.lastOffset());
		properties.put("last_enqueued_time_utc", Date.from(Instant.ofEpochMilli(partition.lastEnqueuedMillis())));
		properties.put("is_partition_empty", partition.isEmpty());
		return properties;
	}

}
