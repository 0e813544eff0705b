package io.commitpipeline.local.datalake.store;

/**
 * What a file tells of its content besides the content itself.
 */
public enum ContentProperty {

	/** The media type. */
	TYPE,

	/** The encoding, such as gzip. */
	ENCODING,

	/** The natural language. */
	LANGUAGE,

	/** How to show it. */
	DISPOSITION,

	/** How long to keep copies of it. */
	CACHE_CONTROL,

	/** Its MD5 digest, as the client gave it. */
	MD5

}
