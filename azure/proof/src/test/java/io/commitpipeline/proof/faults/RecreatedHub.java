package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The hub is deleted and made again: it holds fewer events than were read of the old one,
 * then more, where a reader would go on in the middle.
 */
final class RecreatedHub implements Scenario {

	private static final int FIRST = 4_000;

	private static final int FEWER = 2_000;

	private static final int MORE = 8_000;

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		if (round > 1) {
			recreate(stage);
		}
		Findings findings = send(stage, 3 * round - 2, FIRST);
		if (findings.isNone()) {
			recreate(stage);
			findings = send(stage, 3 * round - 1, FEWER);
		}
		return findings.isNone() ? surprise(stage, 3 * round) : findings;
	}

	private static Findings send(Stage stage, int load, int size) {
		Rows rows = stage.rows(load, size);
		stage.send(rows, Duration.ofSeconds(2)).await(Duration.ofSeconds(60));
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	/** When the readers come back the position that they had is there again. */
	private static Findings surprise(Stage stage, int load) {
		Rows rows = stage.rows(load, MORE);
		stage.hub().refuse();
		recreate(stage);
		stage.send(rows, Duration.ofSeconds(1)).await(Duration.ofSeconds(60));
		stage.hub().accept();
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
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
