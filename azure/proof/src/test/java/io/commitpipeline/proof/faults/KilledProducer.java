package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The producer is killed in the middle of a window and started again.
 */
final class KilledProducer implements Scenario {

	private static final int ROWS = 20_000;

	private static final int KILLS = 2;

	private App producer;

	@Override
	public void begin(Stage stage) {
		Processors processors = Processors.start(stage, 1);
		this.producer = stage.start("pipeline-producer").awaitReady();
		processors.awaitReady();
	}

	@Override
	public Findings play(Stage stage, int round) {
		Replay replay = Replay.begin(stage, round, ROWS);
		int kills = stage.isClean() ? KILLS : 1;
		for (int i = 0; i < kills; i++) {
			long sent = ROWS / (kills + 1) * i + 1L;
			replay.awaitWindow(sent, Duration.ofSeconds(60));
			// Some rows of the window are not at the hub for seconds, whoever goes on.
			Fault throttled = stage.azure().eventHubs().faults().senders(LocalAzure.HUB).times(20).throttle();
			stage.pass(Duration.ofSeconds(1).plus(stage.moment(1000)));
			this.producer.kill();
			throttled.lift();
			this.producer = stage.start("pipeline-producer");
		}
		Rows rows = replay.awaitEnd(Duration.ofSeconds(90));
		return stage.findings(rows, true, stage.patience(Duration.ofSeconds(60)));
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.PROGRESS_BEFORE_ACKNOWLEDGEMENT, Defect.NO_SEEN_ROWS);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
