package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.RewindException;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * Brings files into the lake: uploads under a temporary name, enters them in the
 * manifest, renames. Each step can be repeated.
 */
@Component
class Archive {

	private final Lake lake;

	private final Manifest manifest;

	private final InPlaceRetry retry;

	private final Timer uploads;

	private final Timer transactions;

	Archive(Lake lake, Manifest manifest, InPlaceRetry retry, MeterRegistry meters) {
		this.lake = lake;
		this.manifest = manifest;
		this.retry = retry;
		this.uploads = Timer.builder("pipeline.uploads").register(meters);
		this.transactions = Timer.builder("pipeline.transactions").tag("path", "cold").register(meters);
	}

	/**
	 * @param local ended
	 * @throws RewindException if another owner has archived these events meanwhile
	 */
	void store(ProgressKey key, LocalFile local) {
		String sha256 = sha256(local);
		ArchiveFile file = this.retry.call(new Work("Uploading", key, "upload", Dependency.LAKE),
				() -> upload(key, local));
		if (!this.retry.call(new Work("Entering a file in the manifest", key, "enter", Dependency.DATABASE),
				() -> this.transactions.record(() -> this.manifest.enter(file, local, sha256)))) {
			this.lake.delete(file.temporaryName());
			throw new RewindException("Another owner has archived for " + key);
		}
		finish(key, file);
	}

	/**
	 * Finishes what was entered in the manifest by an owner that ended before the rename.
	 */
	void finishPending(ProgressKey key) {
		this.retry
			.call(new Work("Looking for unfinished files", key, "take over", Dependency.DATABASE),
					() -> this.manifest.pending(key.partition()))
			.forEach((file) -> finish(key, file));
	}

	private void finish(ProgressKey key, ArchiveFile file) {
		this.retry.run(new Work("Renaming " + file.name(), key, "rename", Dependency.LAKE),
				() -> this.lake.moveIntoPlace(file));
		this.retry.run(new Work("Noting that " + file.name() + " is in place", key, "rename", Dependency.DATABASE),
				() -> this.manifest.done(file));
	}

	private ArchiveFile upload(ProgressKey key, LocalFile local) {
		ArchiveFile file = ArchiveFile.attempt(key, local.first().sequenceNumber(), local.first().enqueuedAt());
		this.uploads.record(() -> this.lake.upload(local.path(), file.temporaryName()));
		return file;
	}

	private static String sha256(LocalFile local) {
		try {
			return local.sha256();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + local.path(), ex);
		}
	}

}
