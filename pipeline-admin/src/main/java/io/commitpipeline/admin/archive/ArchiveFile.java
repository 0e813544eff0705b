package io.commitpipeline.admin.archive;

import java.time.Instant;

/**
 * A file of the archive, as the manifest knows it.
 *
 * @param name its path in the file system
 * @param partitionId the partition of its events
 * @param incarnation which hub of that name
 * @param firstSequenceNumber its first event
 * @param lastSequenceNumber its last event
 * @param events how many it holds
 * @param bytes its size
 * @param sha256 of its bytes
 * @param firstEnqueuedAt when the hub took its first event
 * @param state pending or done
 * @param createdAt when it was entered
 */
record ArchiveFile(String name, int partitionId, int incarnation, long firstSequenceNumber, long lastSequenceNumber,
		long events, long bytes, String sha256, Instant firstEnqueuedAt, String state, Instant createdAt) {

	public boolean isDone() {
		return this.state.equals("done");
	}

	public String shortName() {
		return this.name.substring(this.name.lastIndexOf('/') + 1);
	}

	/**
	 * The hour in UTC that its folder is named by.
	 */
	String hour() {
		return this.name.replaceFirst(".*hour=(\\d+)/.*", "$1");
	}

}
