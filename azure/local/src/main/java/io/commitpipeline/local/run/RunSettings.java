package io.commitpipeline.local.run;

import java.nio.file.Path;

import io.commitpipeline.local.replays.Rate;

/**
 * What the command line asks for.
 *
 * @param source a commit log; null for a generated one
 * @param rate of the replay
 * @param port of the console
 * @param partitions of the hub, where it is new
 * @param again whether a finished source is replayed once more
 * @param fsync whether the stand-ins write through to the disk
 * @param untilDone whether to end when all is counted and archived
 */
public record RunSettings(Path source, Rate rate, int port, int partitions, boolean again, boolean fsync,
		boolean untilDone) {
}
