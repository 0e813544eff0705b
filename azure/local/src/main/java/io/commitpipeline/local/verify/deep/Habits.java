package io.commitpipeline.local.verify.deep;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each author writes and touches: of each kind the habits with the smallest hashes.
 */
final class Habits {

	private static final int KEPT = 300;

	private static final int LONGEST_AUTHOR = 500;

	private static final int MOST_WORDS = 24;

	private static final int LONGEST_WORD = 40;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}&&[\\u0000-\\uFFFF]]+");

	private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

	private final Map<Owner, TreeMap<Long, Habit>> habits = new HashMap<>();

	void add(UUID run, CountedCommit commit) {
		if (commit.author().length() <= LONGEST_AUTHOR) {
			add(new Owner(run, commit.author(), "message"), words(commit.message()));
			add(new Owner(run, commit.author(), "component"), commit.component());
		}
	}

	Map<RowKey, List<BigInteger>> rows() {
		Map<RowKey, List<BigInteger>> rows = new HashMap<>();
		this.habits.forEach((owner, kept) -> kept.values()
			.forEach((habit) -> rows.put(key(owner.run(), owner.author(), owner.kind(), habit.text()),
					List.of(BigInteger.valueOf(habit.uses())))));
		return rows;
	}

	static RowKey key(UUID run, String author, String kind, String habit) {
		return new RowKey(ComparedTables.HABITS, run, RowKey.ALL_PARTITIONS, author + ", " + kind + " '" + habit + "'",
				0);
	}

	private void add(Owner owner, String text) {
		TreeMap<Long, Habit> kept = this.habits.computeIfAbsent(owner, (absent) -> new TreeMap<>());
		kept.merge(hash(text), new Habit(text, 1), (habit, same) -> new Habit(habit.text(), habit.uses() + 1));
		if (kept.size() > KEPT) {
			kept.pollLastEntry();
		}
	}

	private static String words(String message) {
		StringBuilder words = new StringBuilder();
		Matcher found = WORD.matcher(message);
		for (int number = 0; number < MOST_WORDS && found.find();) {
			String word = found.group();
			if (!DIGIT.matcher(word).find()) {
				words.append((number > 0) ? " " : "");
				word.chars().limit(LONGEST_WORD).forEach((c) -> words.append(Character.toLowerCase((char) c)));
				number++;
			}
		}
		return words.toString();
	}

	private static long hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	private record Owner(UUID run, String author, String kind) {
	}

	private record Habit(String text, long uses) {
	}

}
