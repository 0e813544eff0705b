package io.commitpipeline.producer.replays;

import java.util.List;

import io.commitpipeline.producer.ordering.RowOrder;

/**
 * A run that begins.
 *
 * @param run the run
 * @param order the order of its rows
 * @param origin why it begins
 * @param commitTime the commits' own clock at its first row; null if it has none
 * @param rejectedRows rows of the source that are not valid commits, and not counted yet
 * @param rejections the first of them
 */
record Beginning(Run run, RowOrder order, String origin, Integer commitTime, long rejectedRows,
		List<Rejection> rejections) {

}
