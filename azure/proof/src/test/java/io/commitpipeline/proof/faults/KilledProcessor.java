package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * Of two processors one is killed at a random moment, and again.
 */
final class KilledProcessor implements Scenario {

	private static final int ROWS = 40_000;

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 2);
	}

	@Override
	public Findings play(Stage stage, int round) {
		this.processors.awaitReady();
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(2));
		stage.pass(stage.moment(3000));
		App victim = this.processors.get(stage.random().nextInt(2));
		victim.kill();
		this.processors.replace(victim);
		load.await(Duration.ofSeconds(60));
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.PROGRESS_BEFORE_COUNTS);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
