package io.commitpipeline.processor.hotpath;

import java.sql.SQLException;

import io.commitpipeline.processor.retry.NotRetriedException;

import org.springframework.dao.DataAccessException;

/**
 * The database refuses a batch for what is in it.
 */
public class RefusedContentException extends NotRetriedException {

	private static final String DATA_EXCEPTION = "22";

	private static final String PROGRAM_LIMIT_EXCEEDED = "54";

	private RefusedContentException(SQLException cause) {
		super("The database cannot store it: " + cause.getMessage() + " (SQL state " + cause.getSQLState() + ")",
				cause);
	}

	/**
	 * @return this where it is the content that was refused, else the failure as it is
	 */
	static RuntimeException orElse(DataAccessException failure) {
		if (failure.getMostSpecificCause() instanceof SQLException cause && cause.getSQLState() != null
				&& (cause.getSQLState().startsWith(DATA_EXCEPTION)
						|| cause.getSQLState().startsWith(PROGRAM_LIMIT_EXCEEDED))) {
			return new RefusedContentException(cause);
		}
		return failure;
	}

}
