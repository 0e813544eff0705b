package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.commitpipeline.admin.sources.BadRow;
import io.commitpipeline.admin.sources.Source;
import io.commitpipeline.admin.sources.SourceQueries;
import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.Table;

import org.springframework.stereotype.Component;

/**
 * The tables of the replay page, on the page and as CSV.
 */
@Component
class ReplayTables {

	private static final int BAD_ROWS = 100;

	private static final PageUrl PAGE = new PageUrl("/replay", Map.of());

	private static final List<Column<Source>> SOURCES = List.of(
			Column.code("path", "Source", Source::path)
				.linkedTo((source) -> PAGE.with("source", source.path()) + "#chosen"),
			Column.of("validity", "State", Column.Kind.STATE, Source::validity),
			Column.count("rows", "Rows", Source::validRows),
			Column.count("rejected", "Rejected", Source::rejectedRows)
				.meaning("rows that are not valid commits; a replay leaves them out"),
			Column.text("from", "First commit", (source) -> time(source.firstTime())),
			Column.text("to", "Last commit", (source) -> time(source.lastTime())),
			Column.bytes("bytes", "Size", Source::bytes), Column.time("modified", "Written", Source::modifiedAt));

	private static final List<Column<PastReplay>> HISTORY = List.of(
			Column.time("asked", "Asked for", PastReplay::createdAt), Column.text("by", "By", PastReplay::givenBy),
			Column.code("source", "Source", PastReplay::source),
			Column.of("outcome", "Outcome", Column.Kind.STATE, PastReplay::state),
			Column.count("sent", "Sent", PastReplay::sent), Column.count("rejected", "Rejected", PastReplay::rejected),
			Column.count("runs", "Runs", PastReplay::runs).meaning("a seek, a restart and a loop begin another run"),
			Column.text("pace", "Pace", PastReplay::pace), Column.time("ended", "Over", PastReplay::endedAt),
			Column.sentence("failure", "Why it failed", PastReplay::failure));

	private static final List<Column<BadRow>> BAD = List.of(Column.count("line", "Line", BadRow::line),
			Column.code("column", "Column", BadRow::field), Column.sentence("reason", "Reason", BadRow::reason));

	private final ReplayQueries replays;

	private final SourceQueries sources;

	ReplayTables(ReplayQueries replays, SourceQueries sources) {
		this.replays = replays;
		this.sources = sources;
	}

	Table<Source> sources() {
		return Table.of("Commit logs in the lake", SOURCES, this.sources.all())
			.whenEmpty("No commit log yet. Upload one below, or put a CSV file into the lake's file system sources.");
	}

	Table<PastReplay> history(Listing listing) {
		return Table.of("Replays", HISTORY, this.replays.history(listing), listing, this.replays.count(listing))
			.whenEmpty("No replay yet. Ask for one above.");
	}

	Table<BadRow> badRows(String source) {
		return Table.of("Rows of " + source + " that are not valid commits", BAD,
				this.sources.badRows(source, BAD_ROWS));
	}

	static Listing listing(PageUrl url) {
		return Listing.of(url, "asked", Set.of("asked"));
	}

	private static String time(Integer minutes) {
		return (minutes != null) ? new Spot(null, minutes).toString() : null;
	}

}
