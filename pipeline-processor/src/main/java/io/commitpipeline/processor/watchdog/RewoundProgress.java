package io.commitpipeline.processor.watchdog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices progress that was set back under its owner, by a rebuild or a restored
 * database: the next event would tell, but there may be none for long. The path starts
 * anew, from the progress rows.
 */
@Component
class RewoundProgress {

	private static final Logger logger = LoggerFactory.getLogger(RewoundProgress.class);

	private final OwnedPartitions owned;

	private final ProgressRows progress;

	private final PathRestart paths;

	RewoundProgress(OwnedPartitions owned, ProgressRows progress, PathRestart paths) {
		this.owned = owned;
		this.progress = progress;
		this.paths = paths;
	}

	@Scheduled(fixedDelayString = "${pipeline.watchdog.interval}")
	void look() {
		for (ConsumerGroup path : ConsumerGroup.values()) {
			try {
				look(path);
			}
			catch (DataAccessException ex) {
				logger.warn(
						"The database does not answer: nobody can tell whether progress of path '{}' was set back ({})",
						path.id(), ex.toString());
			}
		}
	}

	private void look(ConsumerGroup path) {
		// Before the rows are read: what is committed is in them.
		List<Observation> observations = this.owned.all()
			.stream()
			.filter((partition) -> partition.key().group() == path)
			.map(Observation::of)
			.toList();
		Map<Integer, Map<Integer, Position>> rows = new HashMap<>();
		if (observations.stream().anyMatch((observed) -> isRewound(observed, rows))) {
			logger.warn("Restarting path '{}': its progress was set back", path.id());
			this.paths.restart(path);
		}
	}

	private boolean isRewound(Observation observed, Map<Integer, Map<Integer, Position>> rows) {
		ProgressKey key = observed.partition().key();
		Position row = rows
			.computeIfAbsent(key.incarnation(), (incarnation) -> this.progress.positions(key.group(), incarnation))
			.getOrDefault(key.partition(), Position.NOWHERE);
		return row.sequenceNumber() < observed.committed();
	}

}
