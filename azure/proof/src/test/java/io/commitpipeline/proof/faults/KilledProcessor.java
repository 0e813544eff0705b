package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * Of two processors one is killed at a random moment, and again.
 */
final class KilledProcessor implements Scenario {

	private static final int ROWS = 40_000;

	private final List<App> processors = new ArrayList<>();

	@Override
	public void begin(Stage stage) {
		for (int i = 0; i < 2; i++) {
			this.processors.add(stage.start("pipeline-processor"));
		}
		this.processors.forEach(App::awaitReady);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(2));
		stage.pass(stage.moment(3000));
		App victim = this.processors.remove(stage.random().nextInt(2));
		victim.kill();
		this.processors.add(stage.start("pipeline-processor"));
		load.await(Duration.ofSeconds(60));
		this.processors.forEach(App::awaitReady);
		return stage.findings(rows, false, Duration.ofSeconds(60));
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.PROGRESS_BEFORE_COUNTS);
	}

	@Override
	public int rounds() {
		return 3;
	}

}
