package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.commitpipeline.local.datalake.faults.LakeOperation;
import io.commitpipeline.local.datalake.faults.RequestFaults;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.proof.faults.agent.Defect;
import org.awaitility.Awaitility;

/**
 * The lake is busy, breaks connections after it has done what was asked for, keeps parts
 * of a write, hangs until nobody waits any more.
 */
final class LakeFaults implements Scenario {

	private static final int ROWS = 20_000;

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final List<Trouble> TROUBLES = List.of(
			new Trouble("archive/**",
					EnumSet.of(LakeOperation.CREATE, LakeOperation.APPEND, LakeOperation.FLUSH, LakeOperation.RENAME),
					RequestFaults::serverBusy),
			new Trouble("archive/**", EnumSet.of(LakeOperation.CREATE, LakeOperation.APPEND),
					RequestFaults::resetAfterEffect),
			new Trouble("archive/**", EnumSet.of(LakeOperation.FLUSH), RequestFaults::resetAfterEffect),
			new Trouble("archive/**", EnumSet.of(LakeOperation.RENAME), RequestFaults::resetAfterEffect),
			new Trouble("archive/**", EnumSet.of(LakeOperation.APPEND), RequestFaults::partialWrite),
			new Trouble("archive/**", EnumSet.of(LakeOperation.CREATE, LakeOperation.APPEND), RequestFaults::hang),
			new Trouble("archive/**", EnumSet.of(LakeOperation.FLUSH, LakeOperation.RENAME),
					RequestFaults::hangAfterEffect),
			new Trouble("hot/**", EnumSet.of(LakeOperation.UPLOAD, LakeOperation.UPDATE), RequestFaults::serverBusy),
			new Trouble("cold/**", EnumSet.of(LakeOperation.UPLOAD, LakeOperation.UPDATE), RequestFaults::serverBusy));

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		List<Trouble> troubles = new ArrayList<>(TROUBLES);
		troubles.removeIf((trouble) -> !trouble.canStrike(stage));
		Collections.shuffle(troubles, stage.random());
		for (int i = 1; i <= troubles.size(); i++) {
			Load load = stage.send(rows, i, troubles.size(), Duration.ofSeconds(3));
			troubles.get(i - 1).visit(stage);
			load.await(Duration.ofSeconds(60));
		}
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	/** Nobody waits long for what does not come. */
	@Override
	public Map<String, String> properties() {
		Map<String, String> properties = Launcher.haste();
		properties.put("pipeline.lake.response-timeout", "2s");
		return properties;
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.RANDOM_NAMES);
	}

	@Override
	public int rounds() {
		return 1;
	}

	/**
	 * Something that the lake does for a while.
	 */
	private record Trouble(String paths, Set<LakeOperation> operations, Function<RequestFaults, Fault> kind) {

		/**
		 * As four partitions can be spared by the SDK's own two repetitions, and no more:
		 * then it came to the application itself.
		 */
		private static final int ENOUGH = 4 * 2 + 1;

		/** Files with the planted names are not renamed. */
		boolean canStrike(Stage stage) {
			return stage.isClean() || !this.operations.equals(EnumSet.of(LakeOperation.RENAME));
		}

		void visit(Stage stage) {
			LakeOperation[] all = this.operations.toArray(LakeOperation[]::new);
			RequestFaults requests = stage.azure().dataLake().faults().on(all[0], all).path(this.paths);
			try (Fault fault = this.kind.apply(requests)) {
				Awaitility.await("the lake's trouble with " + this.operations)
					.atMost(PATIENCE)
					.pollInterval(Duration.ofMillis(50))
					.until(() -> fault.strikes() >= ENOUGH);
			}
		}

	}

}
