package io.commitpipeline.local.verify.deep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares rows of the database with those that the archive gives. Where retention has
 * deleted rows, what the database lacks must add up to what was deleted.
 *
 * @param deleted commits by run, partition and table
 */
record Comparison(Map<RowKey, List<BigInteger>> database, Map<RowKey, List<BigInteger>> archive,
		Map<RowKey, Long> deleted) {

	private static final int SHOWN = 20;

	List<String> differences() {
		List<String> differences = new ArrayList<>();
		Map<RowKey, Long> lacking = new HashMap<>();
		Set<RowKey> keys = new HashSet<>(this.database.keySet());
		keys.addAll(this.archive.keySet());
		for (RowKey key : keys) {
			List<BigInteger> present = this.database.get(key);
			List<BigInteger> expected = this.archive.get(key);
			if (this.deleted.containsKey(key.whole()) && isPart(present, expected)) {
				lacking.merge(key.whole(), commits(expected) - commits(present), Long::sum);
			}
			else if (present == null || !present.equals(expected)) {
				differences.add("%s: the database has %s, the archive gives %s".formatted(key, present, expected));
			}
		}
		this.deleted.forEach((whole, commits) -> {
			long lack = lacking.getOrDefault(whole, 0L);
			if (whole.table().startsWith("commits_") && lack != commits) {
				differences
					.add("%s: the database lacks %d commits, retention deleted %d".formatted(whole, lack, commits));
			}
		});
		return shown(differences);
	}

	/** An event can be counted again when the rest of its row is deleted. */
	private static boolean isPart(List<BigInteger> present, List<BigInteger> expected) {
		if (present == null || expected == null) {
			return present == null;
		}
		for (int i = 0; i < present.size(); i++) {
			if (present.get(i).compareTo(expected.get(i)) > 0) {
				return false;
			}
		}
		return true;
	}

	private static long commits(List<BigInteger> row) {
		return (row != null) ? row.get(0).longValueExact() : 0;
	}

	private static List<String> shown(List<String> differences) {
		List<String> sorted = differences.stream().sorted().limit(SHOWN).toList();
		if (differences.size() <= SHOWN) {
			return sorted;
		}
		List<String> shown = new ArrayList<>(sorted);
		shown.add("and " + (differences.size() - SHOWN) + " more rows that differ");
		return shown;
	}

}
