package io.commitpipeline.processor.events;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The fields of an event on their way to a {@link Commit}: says which one is wrong.
 */
class CommitFields {

	private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

	private static final BigDecimal LARGEST_ENTROPY = BigDecimal.valueOf(Long.MAX_VALUE, Commit.ENTROPY_SCALE);

	/** Smaller than any entropy that does not round to zero. */
	private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.00001");

	String commitId;

	String author;

	String filePath;

	String message;

	BigDecimal time;

	BigDecimal linesAdded;

	BigDecimal linesDeleted;

	BigDecimal entropy;

	Double ingestTimestamp;

	Commit toCommit() throws InvalidEventException {
		return new Commit(name("commit_id", this.commitId), name("author", this.author), count("time", this.time),
				name("file_path", this.filePath), count("lines_added", this.linesAdded),
				count("lines_deleted", this.linesDeleted), scaledEntropy(), required("message", this.message),
				this.ingestTimestamp);
	}

	private static String name(String field, String value) throws InvalidEventException {
		if (required(field, value).isEmpty()) {
			throw new InvalidEventException(field + ": empty");
		}
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (character == 0) {
				throw new InvalidEventException(field + ": holds a NUL character");
			}
			if (Character.isSurrogate(character)) {
				if (i + 1 == value.length() || !Character.isSurrogatePair(character, value.charAt(i + 1))) {
					throw new InvalidEventException(field + ": holds an unpaired surrogate");
				}
				i++;
			}
		}
		return value;
	}

	private static int count(String field, BigDecimal value) throws InvalidEventException {
		BigDecimal number = required(field, value);
		if (number.signum() < 0 || number.compareTo(LARGEST_COUNT) > 0 || number.stripTrailingZeros().scale() > 0) {
			throw new InvalidEventException(field + ": expected a whole number from 0 to " + LARGEST_COUNT);
		}
		return number.intValueExact();
	}

	private long scaledEntropy() throws InvalidEventException {
		BigDecimal number = required("entropy", this.entropy);
		if (number.signum() < 0 || number.compareTo(LARGEST_ENTROPY) > 0) {
			throw new InvalidEventException("entropy: expected a number from 0 to " + LARGEST_ENTROPY);
		}
		// A tiny number with a huge exponent would be expanded digit by digit.
		if (number.compareTo(NEGLIGIBLE) < 0) {
			return 0;
		}
		return number.setScale(Commit.ENTROPY_SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact();
	}

	private static <T> T required(String field, T value) throws InvalidEventException {
		if (value == null) {
			throw new InvalidEventException(field + ": missing");
		}
		return value;
	}

}
