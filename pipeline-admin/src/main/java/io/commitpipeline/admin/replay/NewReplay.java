package io.commitpipeline.admin.replay;

import java.util.UUID;

/**
 * A replay as an operator asks for it.
 *
 * @param id chosen by the form, so that a double click asks once
 * @param source path of the commit log
 * @param rowOrder whether rows go by {@code time} or as in the {@code file}
 * @param pace how fast
 * @param from where a pass begins
 * @param to before which a pass ends
 * @param loop whether it begins again at its end
 */
record NewReplay(UUID id, String source, String rowOrder, Pace pace, Spot from, Spot to, boolean loop) {

	NewReplay {
		if (source == null || source.isBlank()) {
			throw new RefusedException("Name a commit log.");
		}
		if (!"time".equals(rowOrder) && !"file".equals(rowOrder)) {
			throw new RefusedException("Not an order of rows: expected time or file.");
		}
		if (rowOrder.equals("file") && (pace.speedUp() != null || from.time() != null || to.time() != null)) {
			throw new RefusedException(Standing.NO_CLOCK);
		}
	}

}
