package io.commitpipeline.admin.web;

/**
 * The pages in the navigation, in its order. Pressing g and the letter goes there.
 */
public enum Place {

	/** What became of every event, and how fast. */
	OVERVIEW("Overview", "/", 'o'),

	/** The replay at hand, the commit logs, and what was replayed. */
	REPLAY("Replay", "/replay", 'r'),

	/** Who commits what, when, and how unusual it is. */
	METRICS("Metrics", "/metrics", 'm'),

	/** Authors who are unlike the others. */
	UNUSUAL("Unusual", "/unusual", 'u'),

	/** How each partition does. */
	PARTITIONS("Partitions", "/partitions", 'p'),

	/** What could not be counted. */
	QUARANTINE("Quarantine", "/quarantine", 'q'),

	/** Every event as it came. */
	ARCHIVE("Archive", "/archive", 'a'),

	/** PostgreSQL itself. */
	DATABASE("Database", "/database", 'd'),

	/** What operators did. */
	AUDIT("Audit", "/audit", 't');

	private final String title;

	private final String path;

	private final char letter;

	Place(String title, String path, char letter) {
		this.title = title;
		this.path = path;
		this.letter = letter;
	}

	public String title() {
		return this.title;
	}

	public String path() {
		return this.path;
	}

	public char letter() {
		return this.letter;
	}

	/**
	 * Whether a page belongs here.
	 * @param path the page's path
	 */
	public boolean holds(String path) {
		return path.equals(this.path) || (this != OVERVIEW && path.startsWith(this.path + "/"));
	}

}
