package io.commitpipeline.producer.sending;

/**
 * What every row passes before it goes out: blocks until its time has come, throws when
 * nothing may go out any more.
 */
@FunctionalInterface
public interface Gate {

	void pass(long row);

}
