package io.commitpipeline.admin.replay;

import java.time.Instant;

/**
 * Something that was asked of a replay.
 *
 * @param givenAt when
 * @param givenBy by whom
 * @param move what
 * @param detail where to, how fast, how many; null where the move says it all
 */
record GivenCommand(Instant givenAt, String givenBy, String move, String detail) {
}
