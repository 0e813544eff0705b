package io.commitpipeline.admin.partitions;

/**
 * How a partition does, in one word.
 */
enum PartitionState {

	/** All that the hub has is dealt with. */
	GOOD("caught up"),

	/** Events are being dealt with. */
	READING("reading"),

	/** Its work waits for something else, and says for what. */
	BLOCKED("blocked"),

	/** Events wait and nothing moves, also after a restart. */
	STUCK("stuck"),

	/** Nobody has told of it lately. */
	UNATTENDED("no owner"),

	/** It belongs to a hub that is no more. */
	REPLACED("replaced");

	private final String title;

	PartitionState(String title) {
		this.title = title;
	}

	public String title() {
		return this.title;
	}

}
