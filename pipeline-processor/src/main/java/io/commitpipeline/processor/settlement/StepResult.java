package io.commitpipeline.processor.settlement;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of events.
 *
 * @param kept still cannot be counted
 * @param keptReason why the last of them cannot, null without one
 */
record StepResult(long counted, long duplicates, long discarded, long kept, String keptReason) {

	static final StepResult NOTHING = new StepResult(0, 0, 0, 0, null);

	static StepResult discarded(long events) {
		return new StepResult(0, 0, events, 0, null);
	}

	String sentence() {
		List<String> parts = new ArrayList<>();
		add(parts, this.counted, "%s counted");
		add(parts, this.duplicates, "%s found to be a duplicate");
		add(parts, this.discarded, "%s discarded, to stay in quarantine for good");
		add(parts, this.kept, "%s kept in quarantine: " + escaped(this.keptReason));
		return parts.isEmpty() ? "Nothing was to be done: no such event is in quarantine."
				: String.join(", ", parts) + ".";
	}

	private static void add(List<String> parts, long events, String text) {
		if (events > 0) {
			parts.add(text.formatted((events == 1) ? "1 event" : events + " events"));
		}
	}

	private static String escaped(String reason) {
		return String.valueOf(reason).replace("%", "%%");
	}

}
