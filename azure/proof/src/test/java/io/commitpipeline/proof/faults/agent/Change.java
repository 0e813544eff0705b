package io.commitpipeline.proof.faults.agent;

import net.bytebuddy.asm.AsmVisitorWrapper;

/**
 * A change to one method of an application.
 */
interface Change {

	String type();

	String method();

	AsmVisitorWrapper visitor();

	/** At the beginning of the method. */
	static Change atStart(String type, String method, Point point) {
		return new Added(type, method, Advices.AtStart.class, point.name());
	}

	/** When the method returns. */
	static Change atEnd(String type, String method, Point point) {
		return new Added(type, method, Advices.AtEnd.class, point.name());
	}

	/** Instead of the method, unless the body returns null. */
	static Change instead(String type, String method, String body) {
		return new Added(type, method, Advices.Instead.class, body);
	}

	/** With what the method returned, or threw. */
	static Change after(String type, String method, String body) {
		return new Added(type, method, Advices.After.class, body);
	}

	/** Another text in place of one that the method holds. */
	static Change text(String type, String method, String before, String after) {
		return new Reworded(type, method, before, after);
	}

}
