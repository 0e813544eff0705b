package io.commitpipeline.proof.faults.agent;

import java.util.List;

/**
 * What the applications would do without one of their precautions.
 */
public enum Defect {

	/** Progress is committed before what it stands for. */
	PROGRESS_BEFORE_COUNTS(Change.before("processor.hotpath.HotPathTransaction", "store", "deferCounts"),
			Change.after("processor.hotpath.HotPathTransaction", "apply", "commitThenCount")),

	/**
	 * Start positions come from the checkpoints, and the progress row is not looked at.
	 */
	NO_PROGRESS_CHECK(
			Change.after("processor.checkpoints.ProgressCheckpointStore", "listCheckpoints", "blobCheckpoints"),
			Change.after("processor.progress.ProgressRows", "lock", "noProgress")),

	/** A file is in place before the manifest knows it. */
	RENAME_BEFORE_MANIFEST(Change.after("processor.coldpath.Archive", "upload", "moveIntoPlace"));

	private final List<Change> changes;

	Defect(Change... changes) {
		this.changes = List.of(changes);
	}

	List<Change> changes() {
		return this.changes;
	}

	/**
	 * What the agent says for each change that this defect needs.
	 */
	public List<String> signs() {
		return this.changes.stream().map((change) -> "Planted: " + change).toList();
	}

}
