package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The database is put back to an older state, checkpoints and archive stay ahead; of half
 * the partitions the hub has lost meanwhile what the database forgot. Then the metrics
 * are rebuilt while events come.
 */
final class RestoredDatabase implements Scenario {

	private static final int ROWS = 5_000;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows before = stage.rows(4 * round, ROWS);
		Findings findings = sendAll(stage, before, Duration.ofSeconds(2));
		backUp(stage);
		Rows forgotten = stage.rows(4 * round + 1, ROWS);
		// Long enough for several files, which will be cut elsewhere when it all comes
		// again.
		findings.addAll(sendAll(stage, forgotten, Duration.ofSeconds(8)));
		restore(stage);
		Rows after = stage.rows(4 * round + 2, ROWS);
		Findings counting = sendAll(stage, after, Duration.ofSeconds(2));
		if (stage.isClean()) {
			// What the hub has no more is in the archive alone: only this counts it.
			counting = rebuild(stage, stage.rows(4 * round + 3, ROWS));
		}
		findings.addAll(counting);
		List.of(before, forgotten, after).forEach((rows) -> findings.addAll(stage.oracle().judge(rows, false)));
		return findings;
	}

	private static Findings rebuild(Stage stage, Rows rows) {
		Load load = stage.send(rows, Duration.ofSeconds(20));
		App job = stage.start("pipeline-processor", "rebuild");
		job.awaitEnd(Duration.ofSeconds(120));
		load.await(PATIENCE);
		Findings findings = stage.findings(rows, false, PATIENCE);
		if (job.exitValue() != 0) {
			findings.complaints().add("The metrics are not rebuilt:\n" + job.output());
		}
		return findings;
	}

	private static Findings sendAll(Stage stage, Rows rows, Duration duration) {
		stage.send(rows, duration).await(PATIENCE);
		return stage.findings(rows, false, stage.patience(PATIENCE));
	}

	/** Nobody may be connected to a database that is copied. */
	private void backUp(Stage stage) {
		App processor = this.processors.get(0);
		processor.terminate();
		processor.awaitEnd(Duration.ofSeconds(60));
		Database server = stage.server();
		server.update("drop database if exists %s_backup".formatted(name(stage)));
		server.update("create database %1$s_backup template %1$s".formatted(name(stage)));
		this.processors.replace(processor).awaitReady();
	}

	private void restore(Stage stage) {
		App processor = this.processors.get(0);
		processor.kill();
		if (stage.isClean()) {
			stage.expireEvents((partition) -> partition % 2 == 0);
		}
		Database server = stage.server();
		server.update("drop database %s with (force)".formatted(name(stage)));
		server.update("alter database %1$s_backup rename to %1$s".formatted(name(stage)));
		this.processors.replace(processor).awaitReady();
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.START_AT_CHECKPOINTS);
	}

	@Override
	public int rounds() {
		return 1;
	}

	private static String name(Stage stage) {
		return stage.azure().postgres().url().replaceFirst(".*/", "");
	}

}
