package io.commitpipeline.local.verify.deep;

import java.util.UUID;

/**
 * Names a row of a table that is compared.
 *
 * @param table its name
 * @param name the author or component it counts by; empty where it counts by none
 * @param at the minute, hour, bucket or incarnation it counts by
 */
record RowKey(String table, UUID run, int partition, String name, long at) {

	static final int ALL_PARTITIONS = -1;

	static final long WHOLE = -1;

	/**
	 * All rows of the run and partition in the table.
	 */
	RowKey whole() {
		return new RowKey(this.table, this.run, this.partition, "", WHOLE);
	}

	@Override
	public String toString() {
		if (this.partition == ALL_PARTITIONS) {
			return "%s (run %s, %s)".formatted(this.table, this.run, this.name);
		}
		if (this.at == WHOLE) {
			return "%s (run %s, partition %d)".formatted(this.table, this.run, this.partition);
		}
		return "%s (run %s, partition %d, %s%s)".formatted(this.table, this.run, this.partition,
				this.name.isEmpty() ? "" : this.name + ", ", this.at);
	}

}
