package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.EventData;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * Batches with one bad event each, of every kind, in every place.
 */
final class PoisonedBatches implements Scenario {

	private static final int BATCH = 20;

	private static final int[] PLACES = { 0, BATCH / 2, BATCH - 1 };

	private static final int PARTITIONS = 4;

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		int batches = Poison.values().length * PLACES.length;
		Rows rows = stage.rows(round, batches * BATCH, 0);
		Map<Long, byte[]> poison = new HashMap<>();
		for (int batch = 0; batch < batches; batch++) {
			stage.sender().send(batch % PARTITIONS, events(stage, rows, batch, poison));
			if (batch % PARTITIONS == PARTITIONS - 1) {
				// What comes within a second comes as one batch.
				stage.pass(Duration.ofMillis(1100));
			}
		}
		Findings findings = stage.findings(rows.without(poison.keySet()), false,
				stage.patience(Duration.ofSeconds(60)));
		check(stage, rows, poison, findings);
		return findings;
	}

	private static List<EventData> events(Stage stage, Rows rows, int batch, Map<Long, byte[]> poison) {
		Poison kind = Poison.values()[batch / PLACES.length];
		int bad = batch * BATCH + PLACES[batch % PLACES.length];
		List<EventData> events = new ArrayList<>();
		for (int row = batch * BATCH; row < (batch + 1) * BATCH; row++) {
			byte[] body = Sender.body(rows.author(row), row);
			if (row == bad) {
				body = kind.body(body, stage.random());
				poison.put((long) row, body);
			}
			EventData event = Sender.row(rows, row, body);
			event.setContentType("application/x-unknown");
			events.add(event);
		}
		return events;
	}

	/** The bad events, and no others, are in quarantine as they came. */
	private static void check(Stage stage, Rows rows, Map<Long, byte[]> poison, Findings findings) {
		Map<Long, byte[]> quarantined = new HashMap<>();
		stage.database()
			.query("select run_row, body from quarantined_events where run_id = ?",
					(row) -> quarantined.put(row.getLong(1), row.getBytes(2)), rows.run());
		poison.forEach((row, body) -> {
			if (!Arrays.equals(body, quarantined.remove(row))) {
				findings.lost().add("poison of row " + row);
			}
		});
		quarantined.keySet().forEach((row) -> findings.complaints().add("quarantined healthy row " + row));
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.WHOLE_BATCH_QUARANTINED);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
