package io.commitpipeline.proof.faults.agent;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the changed methods do, by name.
 */
public final class Bodies {

	private static final Object NOTHING = new Object();

	private static final Map<String, Function<Invocation, Object>> BODIES = Map.ofEntries(
			Map.entry("deferCounts", DeferredCounts::defer),
			Map.entry("commitThenCount", DeferredCounts::commitThenCount),
			Map.entry("blobCheckpoints", Bodies::blobCheckpoints),
			Map.entry("noProgress", (call) -> OptionalLong.empty()), Map.entry("moveIntoPlace", Bodies::moveIntoPlace),
			Map.entry("yes", (call) -> true), Map.entry("tryOnce", Bodies::tryOnce),
			Map.entry("swallow", (call) -> null),
			Map.entry("ignoreJumps", (call) -> (call.thrown() != null) ? call.arguments()[1] : call.result()),
			Map.entry("refuseEach", Bodies::refuseEach));

	private Bodies() {
	}

	/**
	 * Called from the applications' methods.
	 */
	public static Object run(String body, Object self, Object[] arguments, Object result, Throwable thrown) {
		return BODIES.get(body).apply(new Invocation(self, arguments, result, thrown));
	}

	/**
	 * Called from the applications' methods.
	 */
	public static Object result(Object answer) {
		return (answer != NOTHING) ? answer : null;
	}

	private static Object tryOnce(Invocation call) {
		Object[] arguments = call.arguments();
		Object result = ((Supplier<?>) arguments[arguments.length - 1]).get();
		return (result != null) ? result : NOTHING;
	}

	/** Null lets the method go on: it refuses an event that is alone. */
	private static Object refuseEach(Invocation call) {
		List<?> events = (List<?>) call.arguments()[1];
		if (events.size() == 1) {
			return null;
		}
		for (Object event : events) {
			Reflection.call(call.self(), "isolate", call.arguments()[0], List.of(event), call.arguments()[2]);
		}
		return NOTHING;
	}

	private static Object blobCheckpoints(Invocation call) {
		Object store = Reflection.call(Reflection.get(call.self(), "containers"), "of", call.arguments()[2]);
		return Reflection.call(call.outcome(), "thenMany", Reflection.call(store, "listCheckpoints", call.arguments()));
	}

	private static Object moveIntoPlace(Invocation call) {
		Object file = call.outcome();
		Reflection.call(Reflection.get(call.self(), "lake"), "moveIntoPlace", file);
		return file;
	}

}
