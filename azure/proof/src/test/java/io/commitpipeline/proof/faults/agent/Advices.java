package io.commitpipeline.proof.faults.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/**
 * Code that is copied into methods of the applications: it can call what is public only.
 */
final class Advices {

	private Advices() {
	}

	/** Stands for the name of the point or the body. */
	@Retention(RetentionPolicy.RUNTIME)
	@interface Name {

	}

	static final class AtStart {

		private AtStart() {
		}

		@Advice.OnMethodEnter
		static void enter(@Name String point) {
			Points.reached(point);
		}

	}

	static final class AtEnd {

		private AtEnd() {
		}

		@Advice.OnMethodExit
		static void exit(@Name String point) {
			Points.reached(point);
		}

	}

	static final class Instead {

		private Instead() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static Object enter(@Name String body, @Advice.This(optional = true) Object self,
				@Advice.AllArguments Object[] arguments) {
			return Bodies.run(body, self, arguments, null, null);
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Enter Object answer,
				@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object result) {
			if (answer != null) {
				result = Bodies.result(answer);
			}
		}

	}

	static final class After {

		private After() {
		}

		@Advice.OnMethodExit(onThrowable = Throwable.class)
		static void exit(@Name String body, @Advice.This(optional = true) Object self,
				@Advice.AllArguments Object[] arguments,
				@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object result,
				@Advice.Thrown(readOnly = false) Throwable thrown) {
			result = Bodies.run(body, self, arguments, result, thrown);
			thrown = null;
		}

	}

}
