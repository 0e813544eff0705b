package io.commitpipeline.proof.faults.agent;

import java.util.List;

/**
 * What the applications would do without one of their precautions.
 */
public enum Defect {

	/** Progress is committed before what it stands for. */
	PROGRESS_BEFORE_COUNTS(Change.instead("processor.hotpath.HotPathTransaction", "store", "deferCounts"),
			Change.after("processor.hotpath.HotPathTransaction", "apply", "commitThenCount")),

	/**
	 * Start positions come from the checkpoints, and the progress row is not looked at.
	 */
	NO_PROGRESS_CHECK(
			Change.after("processor.checkpoints.ProgressCheckpointStore", "listCheckpoints", "blobCheckpoints"),
			Change.after("processor.progress.Contiguity", "next", "allEvents")),

	/** What a batch brings is added, whether it came before or not. */
	NO_PROGRESS_ROW(Change.after("processor.progress.Contiguity", "next", "allEvents")),

	/** A file is in place before the manifest knows it. */
	RENAME_BEFORE_MANIFEST(Change.after("processor.coldpath.Archive", "upload", "moveIntoPlace")),

	/** The producer takes rows for accepted that are on their way. */
	PROGRESS_BEFORE_ACKNOWLEDGEMENT(Change.instead("producer.sending.Attempt", "await", "yes")),

	/** Rows that come again are counted again. */
	NO_SEEN_ROWS(Change.after("processor.hotpath.SeenRows", "add", "yes")),

	/** Owners do not wait for each other. */
	NO_LOCK(Change.text("processor.progress.ProgressRows", "lock", " for update", "")),

	/** A batch that fails is given up, and the next one passes it. */
	SWALLOW(Change.instead("processor.retry.InPlaceRetry", "call", "tryOnce"),
			Change.after("processor.hotpath.CommitCounter", "count", "swallow"),
			Change.after("processor.progress.Contiguity", "next", "ignoreJumps")),

	/** Files are uploaded where they belong, under a new name each time. */
	RANDOM_NAMES(Change.after("processor.coldpath.ArchiveFile", "attempt", "randomName"),
			Change.instead("processor.coldpath.Lake", "moveIntoPlace", "nothing")),

	/** Another hub of the same name is taken for the one that was. */
	NO_INCARNATION(
			Change.text("processor.progress.Incarnations", "newest", "hub_created_at = ?", "hub_created_at <= ?"),
			Change.after("processor.progress.Incarnations$Taken", "isBeyond", "no")),

	/** Nobody looks after partitions that stand still. */
	WATCHDOG_OFF(Change.instead("processor.watchdog.Watchdog", "look", "nothing")),

	/** Without the database there are no checkpoints, instead of no answer. */
	NO_ANSWER_IS_EMPTY(
			Change.after("processor.checkpoints.ProgressCheckpointStore", "listCheckpoints", "emptyOnError")),

	/** Reading starts where the checkpoints say. */
	START_AT_CHECKPOINTS(
			Change.after("processor.checkpoints.ProgressCheckpointStore", "listCheckpoints", "blobCheckpoints")),

	/** One bad event takes its batch with it. */
	WHOLE_BATCH_QUARANTINED(Change.instead("processor.hotpath.PoisonIsolation", "isolate", "refuseEach"));

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
