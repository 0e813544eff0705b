package io.commitpipeline.admin.metrics;

/**
 * What commits are counted by.
 */
enum Subject {

	/** Who committed. */
	AUTHOR("Author", "author", "commits_by_author_hour"),

	/** Which part of the code. */
	COMPONENT("Component", "component", "commits_by_component_hour");

	private final String title;

	private final String column;

	private final String table;

	Subject(String title, String column, String table) {
		this.title = title;
		this.column = column;
		this.table = table;
	}

	public String title() {
		return this.title;
	}

	String column() {
		return this.column;
	}

	String table() {
		return this.table;
	}

}
