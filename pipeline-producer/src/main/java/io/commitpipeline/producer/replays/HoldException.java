package io.commitpipeline.producer.replays;

/**
 * The operator or the platform wants the replay to hold while it is being prepared.
 */
class HoldException extends RuntimeException {

}
