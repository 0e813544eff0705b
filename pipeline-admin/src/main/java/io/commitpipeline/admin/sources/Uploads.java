package io.commitpipeline.admin.sources;

import java.io.InputStream;
import java.util.regex.Pattern;

import io.commitpipeline.admin.audit.Action;
import io.commitpipeline.admin.audit.Audit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes commit logs from operators.
 */
@Service
class Uploads {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.csv");

	private static final String ACTION = "source.upload";

	private final SourceShelf shelf;

	private final Audit audit;

	private final TransactionTemplate transaction;

	Uploads(SourceShelf shelf, Audit audit, TransactionTemplate transaction) {
		this.shelf = shelf;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Puts a file into the lake.
	 * @param name under which it is found
	 * @param content its bytes
	 * @throws UploadRefusedException if it cannot have that name
	 */
	void take(String name, InputStream content) {
		if (!NAME.matcher(name).matches()) {
			throw new UploadRefusedException(
					"A source is named by letters, digits, dots, dashes and underscores, and ends in .csv.");
		}
		if (this.shelf.has(name) || !this.shelf.put(name, content)) {
			String reason = "There is a source " + name + " already: give the file another name.";
			record(Action.refused(ACTION, name, "present", reason));
			throw new UploadRefusedException(reason);
		}
		record(Action.done(ACTION, name, null, "present"));
	}

	private void record(Action action) {
		this.transaction.executeWithoutResult((status) -> this.audit.record(action));
	}

}
