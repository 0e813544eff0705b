package io.commitpipeline.processor.rebuild;

import java.io.IOException;
import java.util.List;

import io.commitpipeline.processor.coldpath.Lake;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hotpath.Recounting;
import io.commitpipeline.processor.parquet.EventParquetReader;
import io.commitpipeline.processor.progress.JumpException;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.unusual.Habits;

/**
 * Counts the events of archived files.
 */
class Recount {

	private static final int BATCH = 5_000;

	private final Lake lake;

	private final Recounting recounting;

	private final KnownGaps gaps;

	private final Habits habits;

	Recount(Lake lake, Recounting recounting, KnownGaps gaps, Habits habits) {
		this.lake = lake;
		this.recounting = recounting;
		this.gaps = gaps;
		this.habits = habits;
	}

	/**
	 * Counts a file.
	 * @return how many events it holds
	 * @throws IOException if it cannot be read
	 */
	long add(ManifestFile file) throws IOException {
		long events = 0;
		try (LocalCopy copy = LocalCopy.of(file, this.lake);
				EventParquetReader reader = new EventParquetReader(copy.path())) {
			for (List<ReceivedEvent> next = reader.next(BATCH); !next.isEmpty(); next = reader.next(BATCH)) {
				count(file.key(), next);
				events += next.size();
			}
		}
		this.habits.tidy();
		return events;
	}

	private void count(ProgressKey key, List<ReceivedEvent> events) {
		try {
			this.recounting.count(key, events);
		}
		catch (JumpException jump) {
			this.gaps.stepOver(key, jump);
			this.recounting.count(key, events);
		}
	}

}
