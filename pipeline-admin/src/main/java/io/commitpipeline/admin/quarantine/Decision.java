package io.commitpipeline.admin.quarantine;

import java.util.UUID;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.util.StringUtils;

/**
 * What an operator decides about one event, a group of events, or all.
 *
 * @param id chosen by the form, so that a double click decides once
 * @param action redrive or discard
 * @param partition of one event, null if it is about more
 * @param incarnation likewise
 * @param sequence likewise
 * @param group the reason of a group, null if it is about one event or all
 * @param comment why
 */
record Decision(@NotNull UUID id,
		@NotNull @Pattern(regexp = "redrive|discard", message = "Decide to re-drive or to discard") String action,
		Integer partition, Integer incarnation, Long sequence, String group,
		@Size(max = 500, message = "The reason has room for 500 characters") String comment) {

	@AssertTrue(message = "Say why the events are discarded")
	boolean isExplained() {
		return !"discard".equals(this.action) || StringUtils.hasText(this.comment);
	}

	@AssertTrue(message = "An event is named by partition, hub and sequence number")
	boolean isWhole() {
		boolean some = this.partition != null || this.incarnation != null || this.sequence != null;
		return !some || isAboutOne();
	}

	private boolean isAboutOne() {
		return this.partition != null && this.incarnation != null && this.sequence != null;
	}

	EventKey event() {
		return isAboutOne() ? new EventKey(this.partition, this.incarnation, this.sequence) : null;
	}

	String subject() {
		if (isAboutOne()) {
			return event().toString();
		}
		return StringUtils.hasText(this.group) ? "all events with “" + this.group + "”" : "all events in quarantine";
	}

}
