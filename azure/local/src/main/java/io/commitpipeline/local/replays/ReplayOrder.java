package io.commitpipeline.local.replays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Has a commit log replayed: an unfinished replay of it goes on; one that is completed or
 * was stopped is not sent again unless that is asked for.
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
		Replay latest = replays.latestOf(name).orElse(null);
		if (latest != null && !latest.isFailed()) {
			boolean same = isUnchanged(shelf, latest);
			if (!latest.isFinished()) {
				requireUnchanged(same, latest);
			}
			if (latest.isUnderWay()) {
				replays.start(latest.id(), this.rate);
				return latest.id();
			}
			if (same && !this.again) {
				return latest.id();
			}
		}
		if (!shelf.get(name).path().equals(this.source.path())) {
			shelf.put(name, (file) -> Files.copy(this.source.path(), file, StandardCopyOption.REPLACE_EXISTING));
		}
		return replays.insert(name, this.rate);
	}

	/** As far as that can be said of a replay without a run. */
	private boolean isUnchanged(SourceShelf shelf, Replay latest) {
		String before = (latest.fingerprint() != null || !shelf.has(latest.source())) ? latest.fingerprint()
				: shelf.get(latest.source()).sha256();
		return before == null || before.equals(this.source.sha256());
	}

	private void requireUnchanged(boolean same, Replay unfinished) {
		if (!same) {
			throw new SourceException("The source " + this.source.path() + " has changed since its unfinished replay "
					+ unfinished.id() + " began: give back the old file, or replay the new one under another name");
		}
	}

}
