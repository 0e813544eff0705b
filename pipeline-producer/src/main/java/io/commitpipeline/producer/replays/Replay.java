package io.commitpipeline.producer.replays;

import java.util.UUID;

import io.commitpipeline.producer.ordering.RowOrder;

/**
 * What an operator asked for.
 *
 * @param id its identifier
 * @param source path of the commit log
 * @param order the order of its rows
 * @param from where a pass begins; no place is the source's first row
 * @param to before which a pass ends; no place is the source's end
 * @param control what the operator wants now
 */
record Replay(UUID id, String source, RowOrder order, Position from, Position to, Control control) {

}
