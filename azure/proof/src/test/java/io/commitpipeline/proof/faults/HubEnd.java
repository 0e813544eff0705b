package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits until both paths have come to the end of the hub.
 */
final class HubEnd implements AutoCloseable {

	private final Database database;

	private final EventHubConsumerClient hub;

	HubEnd(Database database, String connectionString, String hub) {
		this.database = database;
		this.hub = new EventHubClientBuilder().connectionString(connectionString, hub)
			.consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME)
			.buildConsumerClient();
	}

	/**
	 * @throws StuckException if they do not come there in time
	 */
	void await(Duration patience) throws StuckException {
		try {
			Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(250)).until(this::isReached);
		}
		catch (ConditionTimeoutException ex) {
			throw new StuckException("Not at the hub's end within %s: hub %s, hot %s, cold %s, %d files pending"
				.formatted(patience, hub(), progress("hot"), progress("cold"), pending()), ex);
		}
	}

	private boolean isReached() {
		Map<Integer, Long> hub = hub();
		return progress("hot").equals(hub) && progress("cold").equals(hub) && pending() == 0;
	}

	/**
	 * @return the last sequence number of each partition that has events
	 */
	Map<Integer, Long> hub() {
		Map<Integer, Long> ends = new HashMap<>();
		this.hub.getPartitionIds().stream().map(this.hub::getPartitionProperties).forEach((partition) -> {
			if (!partition.isEmpty()) {
				ends.put(Integer.parseInt(partition.getId()), partition.getLastEnqueuedSequenceNumber());
			}
		});
		return ends;
	}

	private Map<Integer, Long> progress(String path) {
		Map<Integer, Long> progress = new HashMap<>();
		this.database.query(
				"select partition_id, sequence_number from progress where path = ? and sequence_number is not null"
						+ " and incarnation = (select max(incarnation) from hub_incarnations)",
				(row) -> progress.put(row.getInt(1), row.getLong(2)), path);
		return progress;
	}

	private long pending() {
		return this.database
			.query("select count(*) from archive_files where state = 'pending'", (row) -> row.getLong(1))
			.get(0);
	}

	@Override
	public void close() {
		this.hub.close();
	}

}
