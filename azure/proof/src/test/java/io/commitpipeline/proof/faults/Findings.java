package io.commitpipeline.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong after a round.
 *
 * @param lost events that are not counted, or not archived
 * @param doubled events that are counted or archived more than once
 * @param complaints whatever else should not be
 */
record Findings(List<String> lost, List<String> doubled, List<String> complaints) {

	private static final int SHOWN = 10;

	static Findings none() {
		return new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
	}

	void addAll(Findings others) {
		this.lost.addAll(others.lost);
		this.doubled.addAll(others.doubled);
		this.complaints.addAll(others.complaints);
	}

	boolean isNone() {
		return this.lost.isEmpty() && this.doubled.isEmpty() && this.complaints.isEmpty();
	}

	@Override
	public String toString() {
		return "%d lost %s, %d doubled %s, %s".formatted(this.lost.size(), some(this.lost), this.doubled.size(),
				some(this.doubled), some(this.complaints));
	}

	private static String some(List<String> all) {
		Stream<String> more = (all.size() > SHOWN) ? Stream.of("…") : Stream.empty();
		return Stream.concat(all.stream().limit(SHOWN), more).collect(Collectors.joining("; ", "[", "]"));
	}

}
