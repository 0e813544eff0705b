package io.commitpipeline.local.cli;

import java.time.Clock;

import io.commitpipeline.local.run.Shutdown;
import io.commitpipeline.local.run.Terminal;

/**
 * What every command works with.
 */
record Context(Terminal terminal, Shutdown shutdown, Clock clock) {
}
