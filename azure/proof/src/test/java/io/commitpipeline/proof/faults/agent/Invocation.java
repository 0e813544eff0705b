package io.commitpipeline.proof.faults.agent;

/**
 * A call of a changed method.
 *
 * @param self null in a static method
 * @param result null where the method was not run, or threw
 * @param thrown null where it returned
 */
record Invocation(Object self, Object[] arguments, Object result, Throwable thrown) {

	/**
	 * @return the result
	 * @throws RuntimeException what the method threw
	 */
	Object outcome() {
		if (this.thrown != null) {
			throw Reflection.<RuntimeException>sneaky(this.thrown);
		}
		return this.result;
	}

}
