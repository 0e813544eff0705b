package io.commitpipeline.producer.ordering;

/**
 * The order in which a run sends its rows.
 */
public enum RowOrder {

	/** By commit time; rows of one minute stay in the order of the file. */
	TIME,

	/** As they stand in the file. */
	FILE

}
