package io.commitpipeline.proof.faults.agent;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the changed methods do, by name.
 */
public final class Bodies {

	private static final Map<String, Function<Invocation, Object>> BODIES = Map.of( //
			"deferCounts", DeferredCounts::defer, //
			"commitThenCount", DeferredCounts::commitThenCount, //
			"blobCheckpoints", Bodies::blobCheckpoints, //
			"noProgress", (call) -> progress(call, OptionalLong.empty()), //
			"moveIntoPlace", Bodies::moveIntoPlace);

	private Bodies() {
	}

	/**
	 * Called from the applications' methods.
	 */
	public static Object run(String body, Object self, Object[] arguments, Object result, Throwable thrown) {
		return BODIES.get(body).apply(new Invocation(self, arguments, result, thrown));
	}

	private static Object progress(Invocation call, OptionalLong instead) {
		call.outcome();
		return instead;
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
