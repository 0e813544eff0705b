package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import io.commitpipeline.local.datalake.faults.LakeOperation;
import io.commitpipeline.local.datalake.faults.RequestFaults;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The lake is busy, breaks connections after it has done what was asked for, keeps parts
 * of a write, hangs.
 */
final class LakeFaults implements Scenario {

	private static final int ROWS = 20_000;

	private static final List<Consumer<Stage>> FAULTS = List.of(LakeFaults::busy, LakeFaults::resetWrites,
			LakeFaults::resetRenames, LakeFaults::partialWrites, LakeFaults::hang, LakeFaults::busyCheckpoints);

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(15));
		List<Consumer<Stage>> faults = new ArrayList<>(FAULTS);
		Collections.shuffle(faults, stage.random());
		faults.forEach((fault) -> fault.accept(stage));
		load.await(Duration.ofSeconds(60));
		stage.azure().dataLake().faults().lift();
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(120)));
	}

	private static RequestFaults archive(Stage stage, LakeOperation first, LakeOperation... more) {
		return stage.azure().dataLake().faults().on(first, more).path("archive/**");
	}

	private static void busy(Stage stage) {
		pass(stage, 3,
				archive(stage, LakeOperation.CREATE, LakeOperation.APPEND, LakeOperation.FLUSH, LakeOperation.RENAME)
					.serverBusy());
	}

	/** More often than the SDK and the HTTP client try: our own retry comes to it. */
	private static void resetWrites(Stage stage) {
		archive(stage, LakeOperation.FLUSH).path("archive/**partition=0**").times(8).resetAfterEffect();
		archive(stage, LakeOperation.APPEND).times(2).resetAfterEffect();
		stage.pass(Duration.ofSeconds(5));
	}

	private static void resetRenames(Stage stage) {
		archive(stage, LakeOperation.RENAME).path("archive/**partition=1**").times(8).resetAfterEffect();
		stage.pass(Duration.ofSeconds(3));
	}

	private static void partialWrites(Stage stage) {
		archive(stage, LakeOperation.APPEND).times(4).partialWrite();
		stage.pass(Duration.ofSeconds(2));
	}

	/** Broken off: the time-out itself takes half a minute. */
	private static void hang(Stage stage) {
		pass(stage, 3, archive(stage, LakeOperation.APPEND, LakeOperation.RENAME).hang());
	}

	/** Ownership cannot be renewed meanwhile. */
	private static void busyCheckpoints(Stage stage) {
		pass(stage, 3,
				stage.azure()
					.dataLake()
					.faults()
					.on(LakeOperation.UPLOAD, LakeOperation.UPDATE)
					.path("hot/**")
					.serverBusy());
	}

	private static void pass(Stage stage, int seconds, Fault fault) {
		stage.pass(Duration.ofSeconds(seconds));
		fault.lift();
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.RANDOM_NAMES);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
