package io.commitpipeline.local.verify.deep;

/**
 * A file of the archive as the manifest has it.
 */
record ManifestFile(int partition, int incarnation, long firstSequenceNumber, long lastSequenceNumber, String name,
		long events, long bytes, String sha256) {
}
