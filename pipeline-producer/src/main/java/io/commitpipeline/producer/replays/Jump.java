package io.commitpipeline.producer.replays;

import java.util.UUID;

/**
 * The operator's wish to go on from another place, which begins a new run.
 *
 * @param id which jump it is; null as long as there was none
 * @param target where to go on; no place is the start
 */
record Jump(UUID id, Position target) {

	String origin() {
		return (this.target.row() == null && this.target.time() == null) ? "restart" : "seek";
	}

}
