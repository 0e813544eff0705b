package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.commitpipeline.proof.faults.agent.Defect;
import io.commitpipeline.proof.faults.agent.Point;

/**
 * Of two processors the one that first comes to a certain point ends there; then the next
 * point.
 */
final class KilledAtAPoint implements Scenario {

	private static final int ROWS_OF_A_POINT = 2_000;

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 2);
	}

	@Override
	public Findings play(Stage stage, int round) {
		List<Point> points = points(stage);
		Rows rows = stage.rows(round, points.size() * ROWS_OF_A_POINT);
		Set<String> stray = new TreeSet<>();
		for (int i = 1; i <= points.size(); i++) {
			Trap trap = stage.traps().kill(points.get(i - 1));
			Load load = stage.send(rows, i, points.size(), Duration.ofSeconds(5));
			App victim = this.processors.get(trap.await(Duration.ofSeconds(90)));
			victim.awaitEnd(Duration.ofSeconds(10));
			stray.addAll(stage.oracle().strayFiles());
			this.processors.replace(victim);
			load.await(Duration.ofSeconds(60));
		}
		Findings findings = stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
		findings.complaints().addAll(stray);
		return findings;
	}

	private static List<Point> points(Stage stage) {
		if (stage.has(Defect.NO_PROGRESS_CHECK)) {
			return List.of(Point.HOT_COMMITTED);
		}
		if (stage.has(Defect.RENAME_BEFORE_MANIFEST)) {
			return List.of(Point.COLD_UPLOADED);
		}
		List<Point> points = new ArrayList<>(List.of(Point.values()));
		Collections.shuffle(points, stage.random());
		return points;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_PROGRESS_CHECK, Defect.RENAME_BEFORE_MANIFEST);
	}

	@Override
	public int rounds() {
		return 1;
	}

	@Override
	public boolean usesPoints() {
		return true;
	}

}
