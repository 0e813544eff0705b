package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;
import io.commitpipeline.proof.faults.agent.Point;

/**
 * Of two processors the one that first comes to a certain point ends there.
 */
final class KilledAtAPoint implements Scenario {

	private static final List<Point> POINTS = List.of(Point.COLD_UPLOADED, Point.HOT_COMMITTED, Point.COLD_ENTERED,
			Point.COLD_RENAMED, Point.HOT_UNCOMMITTED, Point.HOT_LOCKED);

	private static final int ROWS = 5_000;

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
		Point point = POINTS.get((round - 1) % POINTS.size());
		Rows rows = stage.rows(round, ROWS);
		Trap trap = stage.traps().kill(point);
		Load load = stage.send(rows, Duration.ofSeconds(2));
		long victim = trap.await(Duration.ofSeconds(30));
		this.processors.removeIf((app) -> app.pid() == victim);
		List<String> stray = stage.oracle().strayFiles();
		this.processors.add(stage.start("pipeline-processor"));
		load.await(Duration.ofSeconds(60));
		this.processors.forEach(App::awaitReady);
		Findings findings = stage.findings(rows, false, Duration.ofSeconds(60));
		findings.complaints().addAll(stray);
		return findings;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_PROGRESS_CHECK, Defect.RENAME_BEFORE_MANIFEST);
	}

	@Override
	public int rounds() {
		return POINTS.size();
	}

	@Override
	public boolean usesPoints() {
		return true;
	}

}
