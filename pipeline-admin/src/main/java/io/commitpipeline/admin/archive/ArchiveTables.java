package io.commitpipeline.admin.archive;

import java.util.List;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Column.Kind;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.Table;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The tables of the pages.
 */
final class ArchiveTables {

	private static final double WHOLE = 1;

	private ArchiveTables() {
	}

	static Table<ArchiveDay> days(List<ArchiveDay> days) {
		double most = days.stream().mapToLong(ArchiveDay::events).max().orElse(1);
		return Table
			.of("Days", List.of(
					Column.<ArchiveDay>text("date", "Date", ArchiveDay::date)
						.linkedTo((day) -> "/archive?date=" + day.date()),
					Column.of("share", "Share", Kind.SHARE, (day) -> WHOLE * day.events() / most),
					Column.count("events", "Events", ArchiveDay::events),
					Column.count("files", "Files", ArchiveDay::files), Column.bytes("bytes", "Size", ArchiveDay::bytes),
					Column.count("pending", "Not in place yet", ArchiveDay::pending)), days)
			.whenEmpty("No file yet. The cold path closes its first files after five minutes or 64 MB.");
	}

	static Table<ArchiveFile> files(List<ArchiveFile> files, Listing listing, long total) {
		return Table.of("Files", List.of(
				Column.<ArchiveFile>text("file", "File", ArchiveFile::shortName).linkedTo(ArchiveTables::path).sorted(),
				Column.text("hour", "Hour", ArchiveFile::hour),
				Column.count("partition", "Partition", ArchiveFile::partitionId),
				Column.count("incarnation", "Hub", ArchiveFile::incarnation),
				Column.count("first", "First event", ArchiveFile::firstSequenceNumber),
				Column.count("last", "Last event", ArchiveFile::lastSequenceNumber),
				Column.<ArchiveFile>count("events", "Events", ArchiveFile::events).sorted(),
				Column.<ArchiveFile>bytes("bytes", "Size", ArchiveFile::bytes).sorted(),
				Column.of("state", "State", Kind.STATE, ArchiveFile::state),
				Column.<ArchiveFile>time("created_at", "Written", ArchiveFile::createdAt).sorted()), files, listing,
				total)
			.whenEmpty("No file of this day.");
	}

	static Table<ArchivedRow> rows(List<ArchivedRow> rows) {
		return Table.of("First rows", List.of(Column.count("sequence_number", "Event", ArchivedRow::sequenceNumber),
				Column.time("enqueued_at", "Sent", ArchivedRow::enqueuedAt),
				Column.code("commit_id", "Commit", ArchivedRow::commitId),
				Column.text("author", "Author", ArchivedRow::author), Column.count("time", "Minute", ArchivedRow::time),
				Column.text("file_path", "Path", ArchivedRow::filePath),
				Column.count("lines_added", "Lines +", ArchivedRow::linesAdded),
				Column.count("lines_deleted", "Lines −", ArchivedRow::linesDeleted),
				Column.of("entropy", "Entropy", Kind.ENTROPY, ArchivedRow::entropy),
				Column.text("message", "Message", ArchivedRow::message)), rows);
	}

	private static String path(ArchiveFile file) {
		return UriComponentsBuilder.fromPath("/archive/file").queryParam("name", file.name()).encode().toUriString();
	}

}
