package io.commitpipeline.processor.settlement;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What an operator asked for.
 *
 * @param event the only one that is meant, null for more
 * @param reasonGroup all events of which are meant, null for one event or all
 * @param requestedAt events that were quarantined later are not meant
 * @param at the last event dealt with
 */
record Settlement(UUID id, Action action, Place event, String reasonGroup, OffsetDateTime requestedAt, Place at) {

	enum Action {

		REDRIVE, DISCARD

	}

	/**
	 * Where an event stands. Settlements go through the quarantine in this order.
	 */
	record Place(int partition, int incarnation, long sequenceNumber) {

	}

}
