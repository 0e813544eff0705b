/**
 * Hubs, their partitions and who reads them, whatever the wire looks like.
 */
package io.commitpipeline.local.eventhubs.broker;
