package io.commitpipeline.proof.faults.agent;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A change to one method of an application.
 */
record Change(String type, String method, Class<?> advice, String name) {

	static final String APPS = "io.commitpipeline.";

	/** At the beginning of the method. */
	static Change atStart(String type, String method, String point) {
		return new Change(APPS + type, method, Advices.AtStart.class, point);
	}

	/** When the method returns. */
	static Change atEnd(String type, String method, String point) {
		return new Change(APPS + type, method, Advices.AtEnd.class, point);
	}

	/** Before the method, which is skipped if the body returns anything. */
	static Change before(String type, String method, String body) {
		return new Change(APPS + type, method, Advices.Skip.class, body);
	}

	/** With what the method returned, or threw. */
	static Change after(String type, String method, String body) {
		return new Change(APPS + type, method, Advices.After.class, body);
	}

	AsmVisitorWrapper on(String declared) {
		return Advice.withCustomMapping()
			.bind(Advices.Name.class, this.name)
			.to(this.advice)
			.on(ElementMatchers.named(declared));
	}

	@Override
	public String toString() {
		return this.name + " in " + this.type + "." + this.method;
	}

}
