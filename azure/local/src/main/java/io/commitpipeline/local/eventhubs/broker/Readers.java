package io.commitpipeline.local.eventhubs.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;

/**
 * The readers of one partition in one consumer group, of which one can be the owner.
 */
final class Readers {

	private static final int MOST_WITHOUT_LEVEL = 5;

	private final List<Reader> readers = new ArrayList<>();

	private OptionalLong highestLevel = OptionalLong.empty();

	synchronized void join(Reader reader) throws RefusedException {
		if (reader.ownerLevel().isPresent()) {
			takeOver(reader.ownerLevel().getAsLong());
		}
		else {
			checkShared();
		}
		this.readers.add(reader);
	}

	private void takeOver(long level) throws RefusedException {
		if (this.highestLevel.isPresent() && level < this.highestLevel.getAsLong()) {
			throw new RefusedException(Reason.STOLEN,
					"Receiver with owner level %d is refused: one with owner level %d is active.".formatted(level,
							this.highestLevel.getAsLong()));
		}
		this.highestLevel = OptionalLong.of(level);
		List<Reader> present = List.copyOf(this.readers);
		this.readers.clear();
		present.forEach(
				(reader) -> reader.stolen("New receiver with owner level %d disconnects this one.".formatted(level)));
	}

	private void checkShared() throws RefusedException {
		if (this.highestLevel.isPresent()) {
			throw new RefusedException(Reason.STOLEN,
					"Receiver without owner level is refused: one with owner level %d is active."
						.formatted(this.highestLevel.getAsLong()));
		}
		if (this.readers.size() >= MOST_WITHOUT_LEVEL) {
			throw new RefusedException(Reason.LIMIT_EXCEEDED,
					"Exceeded the maximum number of allowed receivers per partition in a consumer group which is %d."
						.formatted(MOST_WITHOUT_LEVEL));
		}
	}

	synchronized void leave(Reader reader) {
		this.readers.remove(reader);
		if (this.readers.isEmpty()) {
			this.highestLevel = OptionalLong.empty();
		}
	}

	void wake() {
		List<Reader> present;
		synchronized (this) {
			present = List.copyOf(this.readers);
		}
		present.forEach(Reader::wake);
	}

}
