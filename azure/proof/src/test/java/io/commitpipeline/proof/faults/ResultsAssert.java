package io.commitpipeline.proof.faults;

import java.util.List;
import java.util.function.Function;

import org.assertj.core.api.AbstractAssert;

/**
 * What the rounds of a trial must come to.
 */
final class ResultsAssert extends AbstractAssert<ResultsAssert, List<Result>> {

	private static final int LEAST_EVENTS = 1_000;

	private ResultsAssert(List<Result> actual) {
		super(actual, ResultsAssert.class);
	}

	static ResultsAssert assertThat(List<Result> actual) {
		return new ResultsAssert(actual);
	}

	/** Few events prove little. */
	ResultsAssert hasSentEnough() {
		this.actual.forEach((result) -> {
			if (result.events() < LEAST_EVENTS) {
				failWithMessage("Too few events: %s", result);
			}
		});
		return this;
	}

	ResultsAssert hasLostNothing() {
		return hasNone("Lost", Findings::lost);
	}

	ResultsAssert hasDoubledNothing() {
		return hasNone("Doubled", Findings::doubled);
	}

	ResultsAssert hasNoComplaints() {
		return hasNone("Complaints", Findings::complaints);
	}

	ResultsAssert hasCaughtTheDefect() {
		if (this.actual.stream().noneMatch(Result::planted)) {
			failWithMessage("The defect is not in the applications: %s", this.actual);
		}
		if (this.actual.stream().allMatch((result) -> result.findings().isNone())) {
			failWithMessage("The defect is not caught: %s", this.actual);
		}
		return this;
	}

	private ResultsAssert hasNone(String what, Function<Findings, List<String>> kind) {
		this.actual.forEach((result) -> {
			if (!kind.apply(result.findings()).isEmpty()) {
				failWithMessage("%s: %s", what, result);
			}
		});
		return this;
	}

}
