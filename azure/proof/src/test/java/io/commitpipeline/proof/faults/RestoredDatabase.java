package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The database is put back to an older state, checkpoints and archive stay ahead.
 */
final class RestoredDatabase implements Scenario {

	private static final int ROWS = 5_000;

	private Processors processors;

	@Override
	public void begin(Stage stage) {
		this.processors = Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows before = stage.rows(3 * round, ROWS);
		Findings findings = sendAll(stage, before, Duration.ofSeconds(2));
		backUp(stage);
		Rows lost = stage.rows(3 * round + 1, ROWS);
		// Long enough for several files, which will be cut elsewhere when it all comes
		// again.
		findings.addAll(sendAll(stage, lost, Duration.ofSeconds(8)));
		restore(stage);
		Rows after = stage.rows(3 * round + 2, ROWS);
		findings.addAll(sendAll(stage, after, Duration.ofSeconds(2)));
		findings.addAll(stage.oracle().judge(before, false));
		findings.addAll(stage.oracle().judge(lost, false));
		return findings;
	}

	private static Findings sendAll(Stage stage, Rows rows, Duration duration) {
		stage.send(rows, duration).await(Duration.ofSeconds(60));
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	/** Nobody may be connected to a database that is copied. */
	private void backUp(Stage stage) {
		App processor = this.processors.get(0);
		processor.terminate();
		processor.awaitEnd(Duration.ofSeconds(60));
		Database server = stage.server();
		server.update("drop database if exists backup");
		server.update("create database backup template pipeline");
		this.processors.replace(processor).awaitReady();
	}

	private void restore(Stage stage) {
		App processor = this.processors.get(0);
		processor.kill();
		Database server = stage.server();
		server.update("drop database pipeline with (force)");
		server.update("alter database backup rename to pipeline");
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

}
