package io.commitpipeline.proof.faults.agent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
			Map.entry("allEvents", (call) -> call.arguments()[1]), Map.entry("moveIntoPlace", Bodies::moveIntoPlace),
			Map.entry("yes", (call) -> true), Map.entry("tryOnce", Bodies::tryOnce),
			Map.entry("swallow", (call) -> null),
			Map.entry("ignoreJumps", (call) -> (call.thrown() != null) ? call.arguments()[1] : call.result()),
			Map.entry("no", (call) -> false), Map.entry("emptyOnError", Bodies::emptyOnError),
			Map.entry("nothing", (call) -> NOTHING), Map.entry("randomName", Bodies::randomName),
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

	private static Object randomName(Invocation call) {
		Object file = call.outcome();
		String name = ((String) Reflection.get(file, "name")).replaceAll("[^/]+$", UUID.randomUUID() + ".parquet");
		return Reflection.construct(file.getClass(), Reflection.get(file, "key"),
				Reflection.get(file, "firstSequenceNumber"), name, name);
	}

	/** Null lets the method go on: it refuses an event that is alone. */
	private static Object refuseEach(Invocation call) {
		List<?> events = (List<?>) call.arguments()[1];
		if (events.size() == 1) {
			return null;
		}
		for (Object event : events) {
			Object[] alone = call.arguments().clone();
			alone[1] = List.of(event);
			Reflection.call(call.self(), "isolate", alone);
		}
		return NOTHING;
	}

	private static Object blobCheckpoints(Invocation call) {
		Object store = Reflection.call(Reflection.get(call.self(), "containers"), "of", call.arguments()[2]);
		return Reflection.call(call.outcome(), "thenMany", Reflection.call(store, "listCheckpoints", call.arguments()));
	}

	private static Object emptyOnError(Invocation call) {
		Object none = Reflection.callStatic(Reflection.type(call.self(), "reactor.core.publisher.Flux"), "empty");
		return Reflection.call(call.outcome(), "onErrorResume", (Function<Object, Object>) (failure) -> none);
	}

	private static Object moveIntoPlace(Invocation call) {
		Object file = call.outcome();
		Reflection.call(Reflection.get(call.self(), "lake"), "moveIntoPlace", file);
		return file;
	}

}
