package io.commitpipeline.proof.faults;

import org.assertj.core.api.AbstractAssert;

/**
 * What a trial must come to.
 */
final class ResultAssert extends AbstractAssert<ResultAssert, Result> {

	private static final int LEAST_EVENTS = 1_000;

	private ResultAssert(Result actual) {
		super(actual, ResultAssert.class);
	}

	static ResultAssert assertThat(Result actual) {
		return new ResultAssert(actual);
	}

	/** Few events prove little. */
	ResultAssert hasSentEnough() {
		if (this.actual.events() < LEAST_EVENTS) {
			failWithMessage("Only %d events were sent in %s", this.actual.events(), this.actual);
		}
		return this;
	}

	ResultAssert hasLostNothing() {
		if (!this.actual.findings().lost().isEmpty()) {
			failWithMessage("Lost: %s", this.actual);
		}
		return this;
	}

	ResultAssert hasDoubledNothing() {
		if (!this.actual.findings().doubled().isEmpty()) {
			failWithMessage("Doubled: %s", this.actual);
		}
		return this;
	}

	ResultAssert hasNoComplaints() {
		if (!this.actual.findings().complaints().isEmpty()) {
			failWithMessage("Complaints: %s", this.actual);
		}
		return this;
	}

	ResultAssert hasCaughtTheDefect() {
		if (!this.actual.planted()) {
			failWithMessage("The defect is not in the applications: %s", this.actual);
		}
		if (this.actual.findings().isNone()) {
			failWithMessage("The defect is not caught: %s", this.actual);
		}
		return this;
	}

}
