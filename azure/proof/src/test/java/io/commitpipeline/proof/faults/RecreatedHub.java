package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The hub is deleted and made again, with fewer events than it had, then with more.
 */
final class RecreatedHub implements Scenario {

	private static final List<Integer> SIZES = List.of(4_000, 2_000, 8_000);

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Findings findings = Findings.none();
		for (int i = 0; i < SIZES.size() && findings.isNone(); i++) {
			if (i > 0 || round > 1) {
				recreate(stage);
			}
			Rows rows = stage.rows((round - 1) * SIZES.size() + i, SIZES.get(i));
			stage.send(rows, Duration.ofSeconds(2)).await(Duration.ofSeconds(60));
			findings = stage.findings(rows, false, stage.patience(Duration.ofSeconds(120)));
		}
		return findings;
	}

	private static void recreate(Stage stage) {
		try {
			stage.azure().eventHubs().faults().hub(LocalAzure.HUB).recreate();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_INCARNATION);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
