package io.commitpipeline.local.replays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Has a commit log replayed: an unfinished replay of it goes on, a finished one is not
 * sent again unless that is asked for.
 */
public record ReplayOrder(CommitLogFile source, Rate rate, boolean again) {

	/**
	 * Sees to it that the producer replays the source.
	 * @param shelf where sources lie
	 * @param replays where the producer looks
	 * @return the replay, which may have been finished long ago
	 * @throws SQLException if the database does not answer
	 * @throws IOException if the source cannot be put on the shelf
	 * @throws SourceException if the source has changed under an unfinished replay
	 */
	public UUID place(SourceShelf shelf, ReplayTable replays) throws SQLException, IOException {
		String name = this.source.name();
		String fingerprint = this.source.sha256();
		Optional<Replay> latest = replays.latestOf(name);
		if (latest.isPresent() && !latest.get().isFinished()) {
			requireUnchanged(shelf, latest.get(), fingerprint);
			replays.start(latest.get().id(), this.rate);
			return latest.get().id();
		}
		if (latest.isPresent() && latest.get().isCompleted() && !this.again
				&& fingerprint.equals(latest.get().fingerprint())) {
			return latest.get().id();
		}
		if (!shelf.get(name).path().equals(this.source.path())) {
			shelf.put(name, (file) -> Files.copy(this.source.path(), file, StandardCopyOption.REPLACE_EXISTING));
		}
		return replays.insert(name, this.rate);
	}

	private void requireUnchanged(SourceShelf shelf, Replay unfinished, String fingerprint) {
		String before = (unfinished.fingerprint() != null || !shelf.has(unfinished.source())) ? unfinished.fingerprint()
				: shelf.get(unfinished.source()).sha256();
		if (before != null && !before.equals(fingerprint)) {
			throw new SourceException("The source " + this.source.path() + " has changed since its unfinished replay "
					+ unfinished.id() + " began: give back the old file, or replay the new one under another name");
		}
	}

}
