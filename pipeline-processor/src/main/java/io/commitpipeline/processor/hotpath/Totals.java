package io.commitpipeline.processor.hotpath;

import io.commitpipeline.processor.events.Commit;

/**
 * What is summed over commits.
 */
class Totals {

	private long commits;

	private long linesAdded;

	private long linesDeleted;

	private final ExactSum entropy = new ExactSum();

	private final ExactSum entropySquares = new ExactSum();

	private long largestEntropy;

	void add(Commit commit) {
		this.commits++;
		this.linesAdded += commit.linesAdded();
		this.linesDeleted += commit.linesDeleted();
		this.entropy.add(commit.entropy());
		this.entropySquares.addSquare(commit.entropy());
		this.largestEntropy = Math.max(this.largestEntropy, commit.entropy());
	}

	long commits() {
		return this.commits;
	}

	long linesAdded() {
		return this.linesAdded;
	}

	long linesDeleted() {
		return this.linesDeleted;
	}

	ExactSum entropy() {
		return this.entropy;
	}

	ExactSum entropySquares() {
		return this.entropySquares;
	}

	long largestEntropy() {
		return this.largestEntropy;
	}

}
