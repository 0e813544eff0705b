package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.commitpipeline.proof.faults.agent.Defect;
import io.commitpipeline.proof.faults.agent.Point;

/**
 * An owner is frozen at a point of each path, another takes its partitions over, the
 * first wakes up and finishes what it was at.
 */
final class TwoOwners implements Scenario {

	private static final int ROWS_OF_A_FREEZE = 4_000;

	/** Longer than ownership lasts, long enough for the other to come to work. */
	private static final Duration FROZEN = Duration.ofSeconds(10);

	private static final Duration TAKEOVER = Duration.ofSeconds(40);

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 2);
	}

	@Override
	public Findings play(Stage stage, int round) {
		List<Point> hot = shuffled(stage, "HOT");
		List<Point> cold = shuffled(stage, "COLD");
		int freezes = stage.isClean() ? hot.size() : 1;
		Rows rows = stage.rows(round, (freezes + 1) * ROWS_OF_A_FREEZE);
		stage.send(rows, 1, freezes + 1, Duration.ofSeconds(3)).await(Duration.ofSeconds(60));
		// The first batch of a partition makes its progress row, which locks it anyway.
		Work.awaitBegun(stage, Duration.ofSeconds(60));
		for (int i = 0; i < freezes; i++) {
			App owner = this.processors.get(stage.random().nextInt(2));
			List<Trap> traps = Stream.of(hot.get(i), cold.get(i))
				.map((point) -> stage.traps().hold(point, owner))
				.toList();
			Load load = stage.send(rows, i + 2, freezes + 1, FROZEN);
			freeze(stage, owner, traps);
			load.await(Duration.ofSeconds(60));
		}
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	private static void freeze(Stage stage, App owner, List<Trap> traps) {
		traps.forEach((trap) -> trap.await(Duration.ofSeconds(60)));
		OffsetDateTime since = stage.database().now();
		owner.freeze();
		stage.pass(FROZEN);
		// What must wait for the lock shows only where the other has gone on without it.
		if (stage.has(Defect.NO_LOCK)) {
			Work.await(stage, since, TAKEOVER);
		}
		owner.wake();
		traps.forEach(Trap::release);
	}

	/** The defect shows where the batch has locked and changed nothing yet. */
	private static List<Point> shuffled(Stage stage, String path) {
		List<Point> points = new ArrayList<>(Point.of(path));
		Collections.shuffle(points, stage.random());
		if (stage.has(Defect.NO_LOCK) && points.remove(Point.HOT_LOCKED)) {
			points.add(0, Point.HOT_LOCKED);
		}
		return points;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_LOCK);
	}

	@Override
	public int rounds() {
		return 1;
	}

	@Override
	public boolean usesPoints() {
		return true;
	}

	@Override
	public boolean freezes() {
		return true;
	}

}
