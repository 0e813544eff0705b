package io.commitpipeline.proof.faults.agent;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes what a batch counts out of the transaction that advances the progress.
 */
final class DeferredCounts {

	private static final ThreadLocal<List<Invocation>> DEFERRED = ThreadLocal.withInitial(ArrayList::new);

	private static final ThreadLocal<Boolean> COUNTING = ThreadLocal.withInitial(() -> false);

	/** A kill at a random moment is to find a batch between the two. */
	private static final Duration LONG_ENOUGH_TO_BE_HIT = Duration.ofMillis(300);

	private DeferredCounts() {
	}

	/**
	 * @return not null to skip the call
	 */
	static Object defer(Invocation call) {
		if (COUNTING.get()) {
			return null;
		}
		DEFERRED.get().add(call);
		return call;
	}

	static Object commitThenCount(Invocation call) {
		List<Invocation> deferred = List.copyOf(DEFERRED.get());
		DEFERRED.get().clear();
		Object outcome = call.outcome();
		for (Invocation store : deferred) {
			commit(store.self());
			LockSupport.parkNanos(LONG_ENOUGH_TO_BE_HIT.toNanos());
			COUNTING.set(true);
			Reflection.call(store.self(), "store", store.arguments());
			COUNTING.set(false);
		}
		return outcome;
	}

	/** The transaction that is open on this thread. */
	private static void commit(Object neighbour) {
		Class<?> transactions = Reflection.type(neighbour,
				"org.springframework.transaction.support.TransactionSynchronizationManager");
		Map<?, ?> resources = (Map<?, ?>) Reflection.callStatic(transactions, "getResourceMap");
		try {
			for (Object holder : resources.values()) {
				((Connection) Reflection.call(holder, "getConnection")).commit();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
