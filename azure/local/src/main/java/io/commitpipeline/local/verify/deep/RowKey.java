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

	@Override
	public String toString() {
		return "%s (run %s, partition %d, %s%s)".formatted(this.table, this.run, this.partition,
				this.name.isEmpty() ? "" : this.name + ", ", this.at);
	}

}
