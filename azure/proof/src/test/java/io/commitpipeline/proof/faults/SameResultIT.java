package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.azure.messaging.eventhubs.EventData;
import io.commitpipeline.local.LocalAzure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the same commits are spread over partitions, cut into batches and interrupted,
 * the tables and the archive hold the same in the end.
 */
@EnabledIfSystemProperty(named = "faults", matches = "long")
class SameResultIT {

	private static final int ROWS = 6_000;

	private static final List<Variation> VARIATIONS = List.of(new Variation(1, 1000, 0, 1), new Variation(3, 17, 1, 2),
			new Variation(8, 250, 2, 3));

	@TempDir
	private Path directory;

	@Test
	void partitionsBatchesAndRestartsLeaveNoTrace() throws IOException, StuckException {
		List<Holdings> results = new ArrayList<>();
		for (Variation variation : VARIATIONS) {
			results.add(play(variation));
		}
		assertThat(results.get(0).archived()).hasSize(ROWS);
		assertThat(results.get(0).tables()).isNotEmpty();
		for (int i = 1; i < results.size(); i++) {
			assertThat(results.get(i)).as("%s against %s", VARIATIONS.get(i), VARIATIONS.get(0))
				.isEqualTo(results.get(0));
		}
	}

	private Holdings play(Variation variation) throws IOException, StuckException {
		Path place = this.directory.resolve("variation-" + variation.seed());
		try (Stage stage = new Stage(place, variation.seed(), null, false, variation.properties())) {
			stage.azure().eventHubs().faults().hub(LocalAzure.HUB).recreate(variation.partitions());
			Processors processors = Processors.start(stage, 1);
			Rows rows = stage.rows(1, ROWS, 0);
			int next = 0;
			for (int restart = 0; restart <= variation.restarts(); restart++) {
				if (restart > 0) {
					App processor = processors.get(0);
					processor.kill();
					processors.replace(processor);
				}
				next = send(stage, rows, next, ROWS * (restart + 1) / (variation.restarts() + 1), variation);
				stage.pass(stage.moment(2000));
			}
			stage.awaitEnd(Duration.ofSeconds(120));
			return Holdings.of(stage, rows);
		}
	}

	private static int send(Stage stage, Rows rows, int from, int to, Variation variation) {
		int row = from;
		while (row < to) {
			int end = Math.min(to, row + 1 + stage.random().nextInt(200));
			List<EventData> events = new ArrayList<>();
			for (; row < end; row++) {
				events.add(Sender.row(rows, row, body(row)));
			}
			stage.sender().send(stage.random().nextInt(variation.partitions()), events);
		}
		return row;
	}

	/** The same for the same row, whatever the variation. */
	private static byte[] body(int row) {
		Random random = new Random(row);
		return Sender.body("author-" + random.nextInt(20), random.nextInt(500));
	}

	/**
	 * What must make no difference.
	 */
	private record Variation(int partitions, int batch, int restarts, long seed) {

		Map<String, String> properties() {
			Map<String, String> properties = Launcher.haste();
			Launcher.consumers(properties, "batch.max-size", Integer.toString(this.batch));
			Launcher.consumers(properties, "prefetch-count", Integer.toString(this.batch));
			return properties;
		}

	}

}
