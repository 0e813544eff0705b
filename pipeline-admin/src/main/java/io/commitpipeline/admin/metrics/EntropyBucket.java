package io.commitpipeline.admin.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Commits of a range of entropies.
 *
 * @param bucket its number: entropy from a twentieth of it up to the next
 * @param commits how many
 * @param share which part of all they are, from 0 to 1
 */
public record EntropyBucket(int bucket, long commits, double share) {

	private static final int BUCKETS = 21;

	private static final double WIDTH = 0.05;

	static List<EntropyBucket> of(Map<Integer, Long> commits) {
		long all = sum(commits.values());
		return IntStream.range(0, BUCKETS).mapToObj((bucket) -> {
			long some = commits.getOrDefault(bucket, 0L);
			return new EntropyBucket(bucket, some, (all > 0) ? (double) some / all : 0);
		}).toList();
	}

	private static long sum(Collection<Long> commits) {
		return commits.stream().mapToLong(Long::longValue).sum();
	}

	public double from() {
		return this.bucket * WIDTH;
	}

}
