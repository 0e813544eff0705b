package io.commitpipeline.admin.quarantine;

import java.util.List;
import java.util.function.Function;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Column.Kind;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.Table;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The tables of the pages.
 */
final class QuarantineTables {

	private QuarantineTables() {
	}

	static Table<ReasonGroup> groups(List<ReasonGroup> groups) {
		return Table
			.of("Reasons",
					List.of(Column.text("reason", "Reason", ReasonGroup::reason).linkedTo(groupPath()),
							Column.count("open", "Waiting", ReasonGroup::open)
								.meaning("for a decision; counted up to " + QuarantineQueries.COUNTED),
							Column.count("discarded", "Discarded", ReasonGroup::discarded),
							Column.time("first_at", "First", ReasonGroup::firstAt),
							Column.time("last_at", "Last", ReasonGroup::lastAt)),
					groups)
			.whenEmpty("Nothing in quarantine: every event so far could be counted.");
	}

	private static Function<ReasonGroup, String> groupPath() {
		return (group) -> UriComponentsBuilder.fromPath("/quarantine/events")
			.queryParam("group", "{group}")
			.encode()
			.buildAndExpand(group.reason())
			.toUriString();
	}

	static Table<QuarantinedEvent> events(List<QuarantinedEvent> events, Listing listing, long total) {
		return Table
			.of("Events",
					List.of(Column.count("sequence_number", "Event", QuarantinedEvent::sequenceNumber)
						.linkedTo((event) -> event.key().path()),
							Column.count("partition", "Partition", QuarantinedEvent::partitionId),
							Column.count("incarnation", "Hub", QuarantinedEvent::incarnation),
							Column.count("run_row", "Row of the run", QuarantinedEvent::runRow),
							Column.of("state", "State", Kind.STATE, QuarantinedEvent::state),
							Column.time("enqueued_at", "Sent", QuarantinedEvent::enqueuedAt),
							Column.bytes("bytes", "Size", QuarantinedEvent::bodyBytes),
							Column.sentence("reason", "Reason", QuarantinedEvent::reason),
							Column.text("starts_with", "Starts with", (event) -> start(event))),
					events, listing, total)
			.whenEmpty("No event is here for this reason any more.");
	}

	private static String start(QuarantinedEvent event) {
		String text = event.content().text();
		return (text != null) ? text.lines().findFirst().orElse("") : "(binary)";
	}

	static Table<Settlement> settlements(List<Settlement> settlements) {
		return Table
			.of("Decisions", List.of(Column.time("requested_at", "When", Settlement::requestedAt),
					Column.text("requested_by", "Who", Settlement::requestedBy),
					Column.text("action", "What", Settlement::title), Column.text("subject", "To", Settlement::subject),
					Column.sentence("comment", "Why", Settlement::comment),
					Column.of("state", "State", Kind.STATE, Settlement::state),
					Column.sentence("result", "Result", Settlement::result)), settlements)
			.whenEmpty("Nothing was decided yet.");
	}

}
