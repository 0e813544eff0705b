package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Settles what lies in the archive beyond the progress when a partition is taken: after a
 * database was restored, files are there that it does not know. What the hub still has is
 * moved aside and archived again; what it has no more is adopted.
 */
@Component
class Takeover {

	private static final Logger logger = LoggerFactory.getLogger(Takeover.class);

	private final Lake lake;

	private final Manifest manifest;

	private final LocalFiles files;

	private final Hub hub;

	private final InPlaceRetry retry;

	Takeover(Lake lake, Manifest manifest, LocalFiles files, Hub hub, InPlaceRetry retry) {
		this.lake = lake;
		this.manifest = manifest;
		this.files = files;
		this.hub = hub;
		this.retry = retry;
	}

	void settle(ProgressKey key) {
		String hour = this.retry.call(work("Looking for the newest archived hour", key, Dependency.DATABASE),
				() -> this.manifest.newestHour(key.partition()));
		List<StrayFile> found = this.retry.call(work("Listing files", key, Dependency.LAKE),
				() -> this.lake.filesSince(hour, key.partition()));
		if (found.isEmpty()) {
			return;
		}
		// Asked after the lake: what another owner renamed meanwhile was entered before.
		Set<String> known = this.retry.call(work("Reading the manifest", key, Dependency.DATABASE),
				() -> this.manifest.names(found));
		found.stream()
			.filter((file) -> !known.contains(file.name()))
			.sorted(StrayFile.ORDER)
			.forEach((file) -> settle(key, file));
	}

	private void settle(ProgressKey key, StrayFile file) {
		if (file.key().equals(key) && hubHas(file)) {
			moveAside(file, "the hub still has its events, they are archived again");
			return;
		}
		Path copy = this.files.path();
		try {
			this.retry.run(work("Fetching " + file.name(), key, Dependency.LAKE),
					() -> this.lake.download(file.name(), copy));
			FileFacts facts = FileFacts.read(copy);
			if (this.retry.call(work("Adopting " + file.name(), key, Dependency.DATABASE),
					() -> this.manifest.adopt(file, facts))) {
				logger.warn("{} was not in the manifest, and the hub has its events no more: adopted", file.name());
			}
			else {
				moveAside(file, "its events are archived in other files");
			}
		}
		catch (IOException ex) {
			logger.error("{} cannot be read", file.name(), ex);
			moveAside(file, "it cannot be read");
		}
		finally {
			delete(copy);
		}
	}

	private boolean hubHas(StrayFile file) {
		return this.retry.call(work("Asking what the hub still has", file.key(), Dependency.HUB),
				() -> this.hub.partition(file.key().partition()).beginSequenceNumber() <= file.firstSequenceNumber());
	}

	private void moveAside(StrayFile file, String reason) {
		String aside = file.aside();
		this.retry.run(work("Moving " + file.name() + " aside", file.key(), Dependency.LAKE),
				() -> this.lake.move(file.name(), aside));
		logger.warn("{} was not in the manifest and lies at {} now: {}", file.name(), aside, reason);
	}

	private static Work work(String name, ProgressKey key, Dependency needs) {
		return new Work(name, key, "take over", needs);
	}

	private static void delete(Path copy) {
		try {
			Files.deleteIfExists(copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
