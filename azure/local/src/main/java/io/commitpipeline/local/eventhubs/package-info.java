/**
 * A stand-in for Event Hubs that Microsoft's SDKs accept unchanged.
 */
package io.commitpipeline.local.eventhubs;
