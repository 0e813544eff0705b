package io.commitpipeline.local.eventhubs.protocol;

import java.time.Clock;
import java.time.Duration;

import io.commitpipeline.local.eventhubs.access.SharedAccessKey;

/**
 * How the server treats its clients.
 *
 * @param port where it listens; 0 for any port that is free
 * @param key signs the clients' tokens
 * @param largestMessage the most bytes of a message or batch
 * @param idleTimeout a client that is silent for longer is gone
 * @param clock dates runtime metrics, and ends tokens
 */
public record ServerSettings(int port, SharedAccessKey key, int largestMessage, Duration idleTimeout, Clock clock) {
}
