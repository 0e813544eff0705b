package io.commitpipeline.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/**
 * A column of a table, on the page and in its CSV.
 *
 * @param <T> what a row is made of
 * @param key its name in addresses and CSV
 * @param title its name on the page
 * @param kind how its values are written
 * @param value what it shows of a row
 * @param link where a value leads to, null for nowhere
 * @param sortable whether the rows can be sorted by it
 * @param hint what the title means, null if it needs no words
 */
public record Column<T>(String key, String title, Kind kind, Function<T, ?> value, Function<T, String> link,
		boolean sortable, String hint) {

	private static final double MILLIS = 1000;

	public static <T> Column<T> text(String key, String title, Function<T, String> value) {
		return of(key, title, Kind.TEXT, value);
	}

	public static <T> Column<T> sentence(String key, String title, Function<T, String> value) {
		return of(key, title, Kind.SENTENCE, value);
	}

	public static <T> Column<T> code(String key, String title, Function<T, String> value) {
		return of(key, title, Kind.CODE, value);
	}

	public static <T> Column<T> count(String key, String title, Function<T, ? extends Number> value) {
		return of(key, title, Kind.COUNT, value);
	}

	public static <T> Column<T> bytes(String key, String title, Function<T, ? extends Number> value) {
		return of(key, title, Kind.BYTES, value);
	}

	public static <T> Column<T> time(String key, String title, Function<T, Instant> value) {
		return of(key, title, Kind.TIME, value);
	}

	public static <T> Column<T> duration(String key, String title, Function<T, Duration> value) {
		return of(key, title, Kind.DURATION, value);
	}

	/**
	 * Any other kind of values.
	 */
	public static <T> Column<T> of(String key, String title, Kind kind, Function<T, ?> value) {
		return new Column<>(key, title, kind, value, null, false, null);
	}

	/**
	 * The same, as a link.
	 */
	public Column<T> linkedTo(Function<T, String> link) {
		return new Column<>(this.key, this.title, this.kind, this.value, link, this.sortable, this.hint);
	}

	/**
	 * The same, with a title that sorts by it.
	 */
	public Column<T> sorted() {
		return new Column<>(this.key, this.title, this.kind, this.value, this.link, true, this.hint);
	}

	/**
	 * The same, with a title that is explained.
	 */
	public Column<T> meaning(String hint) {
		return new Column<>(this.key, this.title, this.kind, this.value, this.link, this.sortable, hint);
	}

	public Object valueOf(T row) {
		return this.value.apply(row);
	}

	/**
	 * A value for programs and charts: durations in seconds.
	 */
	public Object raw(Object value) {
		return (value instanceof Duration duration) ? duration.toMillis() / MILLIS : value;
	}

	public String linkOf(T row) {
		return (this.link != null) ? this.link.apply(row) : null;
	}

	/** How values are written. */
	public enum Kind {

		/** Any text. */
		TEXT,

		/** Words that may take more than one line. */
		SENTENCE,

		/** A name that people type. */
		CODE,

		/** A word for how things are, which colours it. */
		STATE,

		/** A whole number. */
		COUNT,

		/** A number of bytes. */
		BYTES,

		/** From 0 to 1, three decimals. */
		ENTROPY,

		/** Seconds, three digits. */
		SECONDS,

		/** From 0 to 1, as a bar. */
		SHARE,

		/** A point in time. */
		TIME,

		/** A stretch of time. */
		DURATION;

		/**
		 * Whether values stand to the right, where their digits line up.
		 */
		public boolean isNumber() {
			return this == COUNT || this == BYTES || this == ENTROPY || this == SECONDS || this == DURATION;
		}

		/**
		 * The class of its cells.
		 */
		public String style() {
			String name = name().toLowerCase(Locale.ROOT);
			return isNumber() ? name + " number" : name;
		}

	}

}
