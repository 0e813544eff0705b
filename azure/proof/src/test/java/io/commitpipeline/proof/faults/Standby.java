package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.commitpipeline.proof.faults.agent.Defect;
import io.commitpipeline.proof.faults.agent.Point;

/**
 * A processor is asked to end in the middle of a batch while another stands by; later one
 * dies and starts again while PostgreSQL is away.
 */
final class Standby implements Scenario {

	private static final int ROWS = 20_000;

	/** How long ownership lasts that nobody gives up. */
	private static final Duration OWNERSHIP = Duration.ofSeconds(12);

	/** Before ownership would have run out, however busy the machine. */
	private static final Duration AT_ONCE = OWNERSHIP.minusSeconds(3);

	private static final Duration DATABASE_AWAY = Duration.ofSeconds(20);

	/** What a processor says when it begins to read. */
	private static final String TAKEN = "Took partition";

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 2);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(30));
		Findings findings = Findings.none();
		stage.pass(Duration.ofSeconds(3));
		if (stage.isClean()) {
			shutDown(stage, findings);
		}
		startWithoutDatabase(stage, findings);
		load.await(Duration.ofSeconds(60));
		findings.addAll(stage.findings(rows, false, stage.patience(Duration.ofSeconds(60))));
		return findings;
	}

	private void shutDown(Stage stage, Findings findings) {
		App first = this.processors.get(0);
		Trap trap = stage.traps().hold(Point.HOT_UNCOMMITTED, first);
		trap.await(Duration.ofSeconds(30));
		first.terminate();
		stage.pass(Duration.ofSeconds(1));
		trap.release();
		first.awaitEnd(Duration.ofSeconds(30));
		Work.expect(stage, "After a shutdown", AT_ONCE, findings);
		this.processors.replace(first);
		this.processors.awaitReady();
	}

	/** One starts, and one that is up finds partitions without an owner. */
	private void startWithoutDatabase(Stage stage, Findings findings) {
		App first = this.processors.get(0);
		App second = this.processors.get(1);
		stage.postgres().refuse();
		first.kill();
		long taken = taken(second);
		App fresh = this.processors.replace(first);
		stage.pass(DATABASE_AWAY);
		if (!fresh.isAlive()) {
			findings.complaints().add("A processor does not wait for its database");
		}
		if (taken(second) > taken || fresh.output().contains(TAKEN)) {
			findings.complaints().add("A processor takes partitions without knowing where to start");
		}
		stage.postgres().accept();
		this.processors.awaitReady();
	}

	private static long taken(App app) {
		return app.output().lines().filter((line) -> line.contains(TAKEN)).count();
	}

	@Override
	public Map<String, String> properties() {
		Map<String, String> properties = Launcher.haste();
		Launcher.consumers(properties, "load-balancing.partition-ownership-expiration-interval",
				OWNERSHIP.toSeconds() + "s");
		return properties;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_ANSWER_IS_EMPTY);
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
