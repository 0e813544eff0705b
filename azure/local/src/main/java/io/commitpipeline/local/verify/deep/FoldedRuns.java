package io.commitpipeline.local.verify.deep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds up rows of old runs as retention does: outcomes by partition and hub, commits by
 * partition and table.
 *
 * @param runs which ones these are
 */
record FoldedRuns(Set<UUID> runs) {

	/** In whose name the sums stand. */
	static final UUID ALL = new UUID(-1, -1);

	Map<RowKey, List<BigInteger>> fold(Map<RowKey, List<BigInteger>> rows) {
		Map<RowKey, List<BigInteger>> folded = new HashMap<>();
		rows.forEach((key, values) -> {
			if (!this.runs.contains(key.run())) {
				folded.merge(key, values, FoldedRuns::sum);
			}
			else if (key.table().equals(ComparedTables.OUTCOMES)) {
				folded.merge(new RowKey(key.table(), ALL, key.partition(), "", key.at()), values, FoldedRuns::sum);
			}
			else if (!key.table().equals(ComparedTables.HABITS)) {
				folded.merge(new RowKey(key.table(), ALL, key.partition(), "", RowKey.WHOLE), values.subList(0, 1),
						FoldedRuns::sum);
			}
		});
		return folded;
	}

	private static List<BigInteger> sum(List<BigInteger> one, List<BigInteger> other) {
		List<BigInteger> sum = new ArrayList<>();
		for (int i = 0; i < one.size(); i++) {
			sum.add(one.get(i).add(other.get(i)));
		}
		return sum;
	}

}
