package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.EventHubsFaults;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The hub delivers again, steals links, drops connections, throttles, and stores what it
 * acknowledges late or never.
 */
final class HubFaults implements Scenario {

	private static final int ROWS = 20_000;

	private static final int FOREIGN_ROWS = 20_000;

	private static final List<Consumer<EventHubsFaults>> RECEIVING = List.of(
			(faults) -> strike(faults, (group) -> faults.receivers(LocalAzure.HUB, group).redeliver(500)),
			(faults) -> strike(faults, (group) -> faults.receivers(LocalAzure.HUB, group).leaveOut(50)),
			(faults) -> strike(faults, (group) -> faults.receivers(LocalAzure.HUB, group).detach(AmqpError.STOLEN)),
			(faults) -> strike(faults,
					(group) -> faults.receivers(LocalAzure.HUB, group).detach(AmqpError.INTERNAL_ERROR)),
			EventHubsFaults::dropConnections);

	private static final List<Consumer<EventHubsFaults>> SENDING = List.of(
			(faults) -> faults.senders(LocalAzure.HUB).times(200).throttle(),
			(faults) -> faults.senders(LocalAzure.HUB).times(200).delayAcknowledgement(Duration.ofSeconds(2)),
			(faults) -> faults.senders(LocalAzure.HUB).times(20).loseAcknowledgement(),
			(faults) -> faults.senders(LocalAzure.HUB).detach(AmqpError.DETACH_FORCED));

	@Override
	public void begin(Stage stage) {
		App producer = stage.start("pipeline-producer");
		Processors.start(stage, 1);
		producer.awaitReady();
	}

	@Override
	public Findings play(Stage stage, int round) {
		EventHubsFaults faults = stage.azure().eventHubs().faults();
		Findings findings = receive(stage, 2 * round - 1, faults);
		if (!findings.isNone() || !stage.has(null)) {
			return findings;
		}
		return send(stage, 2 * round, faults);
	}

	/** Rows and foreign events: only progress tells those that come again. */
	private static Findings receive(Stage stage, int round, EventHubsFaults faults) {
		Rows rows = stage.rows(round, FOREIGN_ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(10));
		List<Consumer<EventHubsFaults>> all = new ArrayList<>(RECEIVING);
		all.addAll(RECEIVING);
		Collections.shuffle(all, stage.random());
		for (Consumer<EventHubsFaults> fault : all) {
			stage.pass(Duration.ofMillis(500).plus(stage.moment(1000)));
			fault.accept(faults);
		}
		load.await(Duration.ofSeconds(60));
		return stage.findings(rows, true, stage.patience(Duration.ofSeconds(60)));
	}

	private static Findings send(Stage stage, int round, EventHubsFaults faults) {
		Replay replay = Replay.begin(stage, round, ROWS);
		replay.awaitWindow(1, Duration.ofSeconds(30));
		List<Consumer<EventHubsFaults>> all = new ArrayList<>(SENDING);
		Collections.shuffle(all, stage.random());
		for (Consumer<EventHubsFaults> fault : all) {
			stage.pass(stage.moment(500));
			fault.accept(faults);
		}
		Rows rows = replay.awaitEnd(Duration.ofSeconds(180));
		return stage.findings(rows, true, stage.patience(Duration.ofSeconds(60)));
	}

	private static void strike(EventHubsFaults faults, Consumer<String> blow) {
		blow.accept("hot");
		blow.accept("cold");
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_PROGRESS_CHECK);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
