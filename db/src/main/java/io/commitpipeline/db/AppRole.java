package io.commitpipeline.db;

import java.util.Locale;

/**
 * An application as the database knows it: a role that holds its grants (see
 * {@code R__grants.sql}), and a login that is a member of it.
 */
public enum AppRole {

	/** Sends replays. */
	PRODUCER,

	/** Counts and archives. */
	PROCESSOR,

	/** The console. */
	ADMIN;

	/**
	 * The role that holds the grants and cannot sign in.
	 * @return its name
	 */
	public String group() {
		return "pipeline_" + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The role that signs in.
	 * @return its name
	 */
	public String login() {
		return name().toLowerCase(Locale.ROOT) + "_login";
	}

}
