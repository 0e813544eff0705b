package io.commitpipeline.admin.quarantine;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where an event stands in the hub.
 *
 * @param partition the partition
 * @param incarnation which hub of that name
 * @param sequence the sequence number
 */
record EventKey(int partition, int incarnation, long sequence) {

	String path() {
		return UriComponentsBuilder.fromPath("/quarantine/event")
			.queryParam("partition", this.partition)
			.queryParam("incarnation", this.incarnation)
			.queryParam("sequence", this.sequence)
			.toUriString();
	}

	@Override
	public String toString() {
		return "event %d of partition %d, hub %d".formatted(this.sequence, this.partition, this.incarnation);
	}

}
