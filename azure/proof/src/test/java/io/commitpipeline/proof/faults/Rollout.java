package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * A new revision of producer and processor comes up in the middle of a replay, and the
 * old one is asked to end once it is ready: as a deployment rolls. What the migrations of
 * a later release add is there already.
 */
final class Rollout implements Scenario {

	private static final int ROWS = 20_000;

	/** Slow enough that there are rows left when the new ones are ready. */
	private static final int RATE = 300;

	/** How long the two are at work together. */
	private static final Duration OVERLAP = Duration.ofSeconds(3);

	/** As apps.yaml has it. */
	private static final Duration GRACE = Duration.ofSeconds(60);

	private Processors processors;

	private App producer;

	@Override
	public void begin(Stage stage) {
		List<String> tables = stage.database().query("""
				select table_name from information_schema.tables
				where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
				""", (row) -> row.getString(1));
		tables.forEach((table) -> stage.database().update("alter table " + table + " add column added_later text"));
		stage.database().update("create table added_later (id integer)");
		this.processors = Processors.start(stage, 1);
		this.producer = stage.start("pipeline-producer").awaitReady();
	}

	@Override
	public Findings play(Stage stage, int round) {
		Replay replay = Replay.begin(stage, round, ROWS, RATE);
		replay.awaitWindow(1, Duration.ofSeconds(60));
		App oldProcessor = this.processors.get(0);
		App oldProducer = this.producer;
		this.producer = stage.start("pipeline-producer");
		this.processors.replace(oldProcessor);
		this.producer.awaitReady();
		this.processors.awaitReady();
		stage.pass(OVERLAP);
		Findings findings = Findings.none();
		if (replay.isOver()) {
			findings.complaints().add("The replay was over before the old revision was to end");
		}
		oldProducer.terminate();
		oldProcessor.terminate();
		oldProducer.awaitEnd(GRACE);
		oldProcessor.awaitEnd(GRACE);
		replay.hurry();
		Rows rows = replay.awaitEnd(Duration.ofSeconds(60));
		findings.addAll(stage.findings(rows, false, stage.patience(Duration.ofSeconds(60))));
		return findings;
	}

	/** They show where owners die: here nobody does. */
	@Override
	public List<Defect> defects() {
		return List.of();
	}

	@Override
	public int rounds() {
		return 1;
	}

}
