package io.commitpipeline.processor.quarantine;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.events.ReplayIdentity;

/**
 * An event that can never be counted.
 *
 * @param identity of the run's row that it carries, none where that is what is wrong
 */
public record QuarantinedEvent(ReceivedEvent event, ReplayIdentity identity, String reason) {

}
