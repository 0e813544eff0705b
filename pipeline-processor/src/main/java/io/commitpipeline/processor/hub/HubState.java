package io.commitpipeline.processor.hub;

import java.time.Instant;
import java.util.List;

/**
 * The hub at one moment.
 *
 * @param createdAt tells a hub from another one of the same name
 */
public record HubState(String name, Instant createdAt, List<PartitionState> partitions) {

}
