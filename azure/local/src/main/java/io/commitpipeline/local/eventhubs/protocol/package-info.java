/**
 * AMQP 1.0 as Event Hubs speaks it: connections, links, nodes and the raw bytes of
 * messages.
 */
package io.commitpipeline.local.eventhubs.protocol;
