package io.commitpipeline.admin.metrics;

/**
 * An author or component among the others.
 *
 * @param name the author or component
 * @param commits its commits
 * @param linesAdded lines added by them
 * @param linesDeleted lines deleted by them
 * @param meanEntropy mean of their entropy
 * @param entropySpread standard deviation of their entropy
 * @param maxEntropy the highest of them
 * @param share part of the first one's commits, from 0 to 1
 */
public record Standing(String name, long commits, long linesAdded, long linesDeleted, double meanEntropy,
		double entropySpread, double maxEntropy, double share) {
}
