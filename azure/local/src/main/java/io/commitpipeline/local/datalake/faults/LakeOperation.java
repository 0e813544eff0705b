package io.commitpipeline.local.datalake.faults;

import java.util.Locale;

import io.commitpipeline.local.datalake.http.Exchange;

/**
 * What a request does, through whichever view.
 */
public enum LakeOperation {

	/** Makes a file, directory or file system. */
	CREATE,

	/** Puts a blob, a block, or a list of blocks. */
	UPLOAD,

	/** Appends to a file. */
	APPEND,

	/** Makes visible what was appended. */
	FLUSH,

	/** Renames; the path is the new one. */
	RENAME,

	/** Lists what there is. */
	LIST,

	/** Reads content. */
	READ,

	/** Asks for properties or metadata. */
	PROPERTIES,

	/** Changes properties or metadata. */
	UPDATE,

	/** Deletes. */
	DELETE,

	/** Anything else. */
	OTHER;

	static LakeOperation of(Exchange exchange) {
		if (exchange.header("x-ms-rename-source").isPresent()) {
			return RENAME;
		}
		String what = exchange.query("action")
			.or(() -> exchange.query("comp"))
			.or(() -> exchange.query("resource"))
			.or(() -> exchange.query("restype"))
			.orElse("");
		return of((exchange.method() + " " + what.toLowerCase(Locale.ROOT)).strip());
	}

	private static LakeOperation of(String request) {
		return switch (request) {
			case "PUT file", "PUT directory", "PUT filesystem", "PUT container" -> CREATE;
			case "PUT", "PUT block", "PUT blocklist" -> UPLOAD;
			case "PATCH append" -> APPEND;
			case "PATCH flush" -> FLUSH;
			case "GET list", "GET filesystem", "GET account" -> LIST;
			case "GET" -> READ;
			case "PATCH setproperties", "PUT metadata", "PUT properties" -> UPDATE;
			case "DELETE", "DELETE filesystem", "DELETE container" -> DELETE;
			default -> (request.startsWith("HEAD") || request.startsWith("GET ")) ? PROPERTIES : OTHER;
		};
	}

}
