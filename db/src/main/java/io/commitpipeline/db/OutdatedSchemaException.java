package io.commitpipeline.db;

/**
 * The database is behind what the application was built for.
 */
public class OutdatedSchemaException extends RuntimeException {

	OutdatedSchemaException(String actual, String known) {
		super("The database schema is at version " + ((actual != null) ? actual : "none")
				+ ", this application needs at least " + known + ": run the migration job first");
	}

}
