package io.commitpipeline.admin.archive;

/**
 * The files of a day.
 *
 * @param date the day, in UTC, in which the hub took the files' first events
 * @param files how many
 * @param events events in those that are in place
 * @param bytes the size of these
 * @param pending files that are uploaded and not in place yet
 */
record ArchiveDay(String date, long files, long events, long bytes, long pending) {
}
