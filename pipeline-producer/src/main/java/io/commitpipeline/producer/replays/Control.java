package io.commitpipeline.producer.replays;

/**
 * What the operator wants of a replay.
 *
 * @param stop whether to hold
 * @param rate commits per second; null for as fast as possible
 */
record Control(boolean stop, Integer rate) {

}
