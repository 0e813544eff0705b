package io.commitpipeline.admin.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.admin.web.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with a file, read no further than to where the file begins: what comes before,
 * the form's token above all, is known while the file has not been read.
 */
final class StreamedForm extends HttpServletRequestWrapper {

	private static final int LONGEST_FIELD = 4_000;

	private static final int MOST_FIELDS = 10;

	private final Map<String, String> fields = new HashMap<>();

	private StreamedForm(HttpServletRequest request) {
		super(request);
	}

	/**
	 * Reads the fields before the file.
	 * @throws IOException if the form breaks off, or is none
	 */
	static StreamedForm of(HttpServletRequest request) throws IOException {
		StreamedForm form = new StreamedForm(request);
		FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(request);
		while (form.fields.size() < MOST_FIELDS && parts.hasNext()) {
			FileItemInput part = parts.next();
			if (!part.isFormField()) {
				form.setAttribute(UploadedFile.ATTRIBUTE, new UploadedFile(part.getName(), part.getInputStream()));
				break;
			}
			form.fields.put(part.getFieldName(), text(part));
		}
		return form;
	}

	private static String text(FileItemInput part) throws IOException {
		try (InputStream content = part.getInputStream()) {
			return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
		}
	}

	@Override
	public String getParameter(String name) {
		String field = this.fields.get(name);
		return (field != null) ? field : super.getParameter(name);
	}

}
