package io.commitpipeline.producer.commits;

/**
 * Told of every row of a commit log.
 */
public interface CommitLogListener {

	void commit(CommitRow row);

	void rejected(RejectedRow row);

}
