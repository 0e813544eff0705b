package io.commitpipeline.local.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The faults that wait for something to strike, the first one set going first; for any
 * number of threads.
 *
 * @param <T> what is struck
 * @param <E> what a strike does
 */
public final class FaultList<T, E> {

	private final List<Armed<T, E>> armed = new CopyOnWriteArrayList<>();

	/**
	 * Sets a fault.
	 * @param times how many strikes it has
	 * @param target what it strikes
	 * @param effect what a strike does
	 * @param whenLifted runs when it is lifted
	 * @return the fault, already in force
	 */
	public Fault add(long times, Predicate<? super T> target, E effect, Runnable whenLifted) {
		Fault fault = new Fault(times, whenLifted);
		this.armed.removeIf((each) -> each.fault().isOver());
		this.armed.add(new Armed<>(fault, target, effect));
		return fault;
	}

	/**
	 * Lets a fault strike.
	 * @param struck what may be struck
	 * @return what the strike does; empty if no fault is set for it
	 */
	public Optional<E> strike(T struck) {
		for (Armed<T, E> each : this.armed) {
			if (each.target().test(struck) && each.fault().strike()) {
				return Optional.of(each.effect());
			}
		}
		return Optional.empty();
	}

	/**
	 * Lifts all of them.
	 */
	public void lift() {
		this.armed.forEach((each) -> each.fault().lift());
		this.armed.clear();
	}

	private record Armed<T, E>(Fault fault, Predicate<? super T> target, E effect) {

	}

}
