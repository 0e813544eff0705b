package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.ReceiverFaults;
import io.commitpipeline.local.eventhubs.faults.SenderFaults;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.proof.faults.agent.Defect;
import org.awaitility.Awaitility;

/**
 * The hub delivers again, leaves out, steals links, drops connections, throttles, and
 * stores what it acknowledges late or never.
 */
final class HubFaults implements Scenario {

	private static final int ROWS = 10_000;

	private static final int REPLAYED_ROWS = 20_000;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<ToIntFunction<ReceiverFaults>> RECEIVING = List.of(
			(receivers) -> receivers.redeliver(200), (receivers) -> receivers.redeliver(20),
			(receivers) -> receivers.leaveOut(50), (receivers) -> receivers.detach(AmqpError.STOLEN),
			(receivers) -> receivers.detach(AmqpError.DETACH_FORCED), (receivers) -> receivers.detach(AmqpError.IDLE),
			(receivers) -> receivers.detach(AmqpError.TOKEN_EXPIRED),
			(receivers) -> receivers.detach(AmqpError.INTERNAL_ERROR), ReceiverFaults::dropConnections);

	private static final List<Function<SenderFaults, Fault>> SENDING = List.of(
			(senders) -> senders.times(100).throttle(),
			(senders) -> senders.times(500).delayAcknowledgement(Duration.ofSeconds(1)),
			(senders) -> senders.times(500).delayAcknowledgement(Duration.ofSeconds(5)),
			(senders) -> senders.times(50).loseAcknowledgement());

	private App producer;

	@Override
	public void begin(Stage stage) {
		if (stage.isClean()) {
			this.producer = stage.start("pipeline-producer");
		}
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Findings findings = receive(stage, 2 * round - 1);
		return (findings.isNone() && this.producer != null) ? send(stage, 2 * round) : findings;
	}

	/** Rows and foreign events: only progress tells those that come again. */
	private static Findings receive(Stage stage, int load) {
		Rows rows = stage.rows(load, ROWS);
		Load sent = stage.send(rows, Duration.ofSeconds(15));
		List<ToIntFunction<ReceiverFaults>> blows = new ArrayList<>(RECEIVING);
		Collections.shuffle(blows, stage.random());
		for (ToIntFunction<ReceiverFaults> blow : blows) {
			stage.pass(stage.moment(500));
			strike(stage, "hot", blow);
			strike(stage, "cold", blow);
		}
		sent.await(PATIENCE);
		return stage.findings(rows, false, stage.patience(PATIENCE));
	}

	/** What finds nobody there proves nothing. */
	private static void strike(Stage stage, String group, ToIntFunction<ReceiverFaults> blow) {
		ReceiverFaults receivers = stage.azure().eventHubs().faults().receivers(LocalAzure.HUB, group);
		Awaitility.await("a receiver of " + group)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> blow.applyAsInt(receivers) > 0);
	}

	private Findings send(Stage stage, int load) {
		this.producer.awaitReady();
		Replay replay = Replay.begin(stage, load, REPLAYED_ROWS);
		SenderFaults senders = stage.azure().eventHubs().faults().senders(LocalAzure.HUB);
		List<Function<SenderFaults, Fault>> faults = new ArrayList<>(SENDING);
		Collections.shuffle(faults, stage.random());
		for (int i = 0; i < faults.size(); i++) {
			replay.awaitWindow(REPLAYED_ROWS / (faults.size() + 1) * i + 1L, PATIENCE);
			Fault fault = faults.get(i).apply(senders);
			Awaitility.await("senders struck").atMost(PATIENCE).until(fault::isOver);
		}
		replay.awaitWindow(REPLAYED_ROWS / (faults.size() + 1) * faults.size() + 1L, PATIENCE);
		senders.detach(AmqpError.DETACH_FORCED);
		stage.pass(stage.moment(500));
		senders.detach(AmqpError.TOKEN_EXPIRED);
		stage.pass(stage.moment(500));
		senders.dropConnections();
		Rows rows = replay.awaitEnd(Duration.ofSeconds(120));
		return stage.findings(rows, true, stage.patience(PATIENCE));
	}

	/** Nobody waits long for what does not come. */
	@Override
	public Map<String, String> properties() {
		Map<String, String> properties = Launcher.haste();
		properties.put("spring.cloud.azure.eventhubs.retry.try-timeout", "3s");
		properties.put("pipeline.sending.answer-timeout", "15s");
		return properties;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.NO_PROGRESS_ROW);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
