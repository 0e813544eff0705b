package io.commitpipeline.proof.faults.agent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;

/**
 * Prepares an application before its main method runs.
 */
public final class FaultAgent {

	private static final String APPS = "io.commitpipeline.";

	private FaultAgent() {
	}

	/**
	 * @param arguments port of the runner, 0 for none, and the name of a defect after a
	 * comma
	 */
	public static void premain(String arguments, Instrumentation instrumentation) {
		String[] parts = arguments.split(",");
		int runner = Integer.parseInt(parts[0]);
		List<Change> changes = new ArrayList<>();
		if (runner != 0) {
			Points.report(runner);
			changes.addAll(Point.changes());
		}
		if (parts.length > 1) {
			changes.addAll(Defect.valueOf(parts[1]).changes());
		}
		plant(changes, instrumentation);
	}

	/** One transformer for all: each looks at every class that is loaded. */
	private static void plant(List<Change> changes, Instrumentation instrumentation) {
		AgentBuilder builder = new AgentBuilder.Default().disableClassFormatChanges().with(new Complaints());
		for (Change change : changes) {
			builder = builder.type(ElementMatchers.named(APPS + change.type()))
				.transform((type, description, loader, module, domain) -> type.visit(visitor(description, change)));
		}
		builder.installOn(instrumentation);
	}

	private static AsmVisitorWrapper visitor(TypeDescription type, Change change) {
		if (type.getDeclaredMethods().filter(ElementMatchers.named(change.method())).isEmpty()) {
			throw new IllegalStateException("There is no method " + change.method());
		}
		System.out.println("Planted: " + change);
		return change.visitor();
	}

	/** A transformation that fails is silent otherwise. */
	private static final class Complaints extends AgentBuilder.Listener.Adapter {

		@Override
		public void onError(String type, ClassLoader loader, JavaModule module, boolean loaded, Throwable failure) {
			System.out.println("Not planted: " + type + ": " + failure);
		}

	}

}
