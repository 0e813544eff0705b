/**
 * What a hub can be told to do wrong, as the service does it at its worst.
 */
package io.commitpipeline.local.eventhubs.faults;
