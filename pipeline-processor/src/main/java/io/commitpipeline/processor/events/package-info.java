/**
 * What the hub delivers: batches of events, the commits in them and their replay
 * identity.
 */
package io.commitpipeline.processor.events;
