package io.commitpipeline.proof.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;

/**
 * Sends commits as the producer does, without the producer: a chunk of rows at a time to
 * one partition, each chunk acknowledged before the next.
 */
final class Sender implements AutoCloseable {

	/** So many rows are sent at a time, all to one partition. */
	static final int CHUNK = 100;

	private final EventHubProducerClient client;

	private final int partitions;

	Sender(String connectionString, String hub) {
		this.client = new EventHubClientBuilder().connectionString(connectionString, hub).buildProducerClient();
		this.partitions = Math.toIntExact(this.client.getPartitionIds().stream().count());
	}

	/**
	 * @return the row that is next
	 */
	int sendChunk(Rows rows, int from) {
		int to = Math.min(from + CHUNK, rows.numbered());
		List<EventData> events = new ArrayList<>();
		for (int row = from; row < to; row++) {
			events.add(row(rows, row, body(rows.author(row), row)));
		}
		for (int event = from / Rows.FOREIGN; event < to / Rows.FOREIGN; event++) {
			events.add(new EventData(body(rows.foreignAuthor(event), event)));
		}
		send(from / CHUNK % this.partitions, events);
		return to;
	}

	void send(int partition, List<EventData> events) {
		EventDataBatch batch = this.client
			.createBatch(new CreateBatchOptions().setPartitionId(Integer.toString(partition)));
		for (EventData event : events) {
			if (!batch.tryAdd(event)) {
				throw new IllegalStateException("The chunk is too large");
			}
		}
		this.client.send(batch);
	}

	static EventData row(Rows rows, int row, byte[] body) {
		EventData event = new EventData(body);
		event.getProperties().put("replay-id", rows.run().toString());
		event.getProperties().put("replay-row", Integer.toString(row));
		return event;
	}

	static byte[] body(String author, int number) {
		return """
				{"commit_id":"c%d","author":"%s","time":%d,"file_path":"/services/s%d/a.py","lines_added":%d,\
				"lines_deleted":1,"entropy":0.5,"message":"m","ingest_timestamp":1764000000.5}"""
			.formatted(number, author, number % 43_200, number % 20, number % 50)
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
