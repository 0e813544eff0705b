package io.commitpipeline.processor.coldpath;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;

/**
 * A file of the archive that the manifest may not know, as its name tells.
 *
 * @param hour its folders, which sort as time does
 */
record StrayFile(String name, String hour, ProgressKey key, long firstSequenceNumber) {

	static final Comparator<StrayFile> ORDER = Comparator.comparingInt((StrayFile file) -> file.key().incarnation())
		.thenComparingLong(StrayFile::firstSequenceNumber);

	private static final Pattern NAME = Pattern
		.compile("commits/(date=[^/]+/hour=[^/]+)/partition=(\\d+)/(\\d+)-(\\d{20})\\.parquet");

	/**
	 * @return empty for a file that is none of ours
	 */
	static Optional<StrayFile> of(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		ProgressKey key = new ProgressKey(ConsumerGroup.COLD, Integer.parseInt(matcher.group(2)),
				Integer.parseInt(matcher.group(3)));
		return Optional.of(new StrayFile(name, matcher.group(1), key, Long.parseLong(matcher.group(4))));
	}

	/**
	 * @return a name that no reader of the archive looks at, and no other file has
	 */
	String aside() {
		return "aside/%s/partition=%d/%d-%020d-%s.parquet".formatted(this.hour, this.key.partition(),
				this.key.incarnation(), this.firstSequenceNumber, UUID.randomUUID());
	}

}
