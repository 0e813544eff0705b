package io.commitpipeline.producer.sending;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import io.commitpipeline.producer.commits.Commit;
import io.commitpipeline.producer.commits.CommitJson;

import org.springframework.stereotype.Component;

/**
 * Says which commits the hub can never take. The binder would drop them and report them
 * as sent.
 */
@Component
public class EventSize {

	private static final int LONGEST_PARTITION_KEY = 128;

	/**
	 * The client keeps this much of what the hub takes to itself.
	 */
	private static final int RESERVED = 1024;

	private static final int RESERVED_OF_EACH = 64 * 1024;

	/**
	 * More than the properties and the framing of an event ever are.
	 */
	private static final int PROPERTIES = 1024;

	/** A control character is six bytes of JSON. */
	private static final int MOST_BYTES_PER_CHARACTER = 6;

	private final long max;

	EventSize(SendingProperties properties) {
		long taken = properties.maxEventSize().toBytes();
		this.max = taken - taken / RESERVED_OF_EACH * RESERVED;
	}

	/**
	 * Why a commit can never be sent.
	 * @param commit the commit
	 * @return a sentence, or nothing if it can
	 */
	public Optional<String> reasonNotToSend(Commit commit) {
		if (commit.author().length() > LONGEST_PARTITION_KEY) {
			return Optional.of("the author has " + commit.author().length() + " characters, as partition key at most "
					+ LONGEST_PARTITION_KEY + " are allowed");
		}
		if (characters(commit) * MOST_BYTES_PER_CHARACTER + PROPERTIES < this.max) {
			return Optional.empty();
		}
		long size = size(commit);
		return (size <= this.max) ? Optional.empty()
				: Optional.of("the event has " + size + " bytes, at most " + this.max + " are allowed");
	}

	private static long characters(Commit commit) {
		return 512L + commit.commitId().length() + commit.author().length() + commit.filePath().length()
				+ commit.message().length();
	}

	private static long size(Commit commit) {
		int partitionKey = commit.author().getBytes(StandardCharsets.UTF_8).length;
		return CommitJson.encode(commit, Instant.EPOCH.plusSeconds(Integer.MAX_VALUE)).length + 2L * partitionKey
				+ PROPERTIES;
	}

}
