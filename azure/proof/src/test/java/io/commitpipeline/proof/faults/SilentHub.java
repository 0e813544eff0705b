package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.eventhubs.faults.EventHubsFaults;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The hub delivers nothing on connections that look well, then connections swallow
 * everything and do not close.
 */
final class SilentHub implements Scenario {

	private static final int ROWS = 20_000;

	private static final Duration WATCHDOG = Duration.ofSeconds(10);

	/** The watchdog's patience, a look, a path that stops and starts. */
	private static final Duration AFTER_SILENCE = WATCHDOG.plusSeconds(20);

	/**
	 * A question to the hub is lost besides. With the watchdog's own patience of 45 s it
	 * is a minute: as long as the SDK waits for a sign of life.
	 */
	private static final Duration AFTER_A_BLACK_HOLE = WATCHDOG.plusSeconds(20);

	@Override
	public Map<String, String> properties() {
		Map<String, String> properties = Launcher.haste();
		properties.put("pipeline.watchdog.patience", WATCHDOG.toSeconds() + "s");
		return properties;
	}

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(stage.isClean() ? 60 : 35));
		Findings findings = Findings.none();
		stage.pass(Duration.ofSeconds(2).plus(stage.moment(1000)));
		silence(stage, findings);
		if (stage.isClean()) {
			swallow(stage, findings);
		}
		load.await(Duration.ofSeconds(150));
		findings.addAll(stage.findings(rows, false, stage.patience(Duration.ofSeconds(60))));
		return findings;
	}

	private static void silence(Stage stage, Findings findings) {
		EventHubsFaults faults = stage.azure().eventHubs().faults();
		Fault hot = faults.receivers(LocalAzure.HUB, "hot").freezePresentLinks();
		Fault cold = faults.receivers(LocalAzure.HUB, "cold").freezePresentLinks();
		// What was on its way still arrives.
		stage.pass(Duration.ofSeconds(2));
		Work.expect(stage, "When nothing comes", AFTER_SILENCE, findings);
		hot.lift();
		cold.lift();
	}

	private static void swallow(Stage stage, Findings findings) {
		stage.hub().swallow();
		stage.pass(Duration.ofSeconds(1));
		stage.hub().deliver();
		Work.expect(stage, "After a black hole", AFTER_A_BLACK_HOLE, findings);
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.WATCHDOG_OFF);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
