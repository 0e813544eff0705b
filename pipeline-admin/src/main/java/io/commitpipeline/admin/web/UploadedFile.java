package io.commitpipeline.admin.web;

import java.io.InputStream;

/**
 * The file of a form, while it comes.
 *
 * @param name as the browser calls it
 * @param content its bytes, to be read once
 */
public record UploadedFile(String name, InputStream content) {

	/** The attribute of the request that holds it. */
	public static final String ATTRIBUTE = "uploadedFile";

}
