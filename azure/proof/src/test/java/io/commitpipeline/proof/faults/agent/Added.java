package io.commitpipeline.proof.faults.agent;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Code that is added to a method.
 *
 * @param name of the point or the body
 */
record Added(String type, String method, Class<?> advice, String name) implements Change {

	@Override
	public AsmVisitorWrapper visitor() {
		return Advice.withCustomMapping()
			.bind(Advices.Name.class, this.name)
			.to(this.advice)
			.on(ElementMatchers.named(this.method));
	}

}
