package io.commitpipeline.admin.sources;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * The body of a form with a file, as browsers send it.
 */
record Form(String token, String fileName) {

	static final String CONTENT_TYPE = "multipart/form-data; boundary=X-BOUNDARY";

	byte[] head() {
		return ("--X-BOUNDARY\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + this.token
				+ "\r\n--X-BOUNDARY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + this.fileName
				+ "\"\r\nContent-Type: text/csv\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	byte[] tail() {
		return "\r\n--X-BOUNDARY--\r\n".getBytes(StandardCharsets.UTF_8);
	}

	InputStream body(InputStream content) {
		return new SequenceInputStream(Collections
			.enumeration(List.of(new ByteArrayInputStream(head()), content, new ByteArrayInputStream(tail()))));
	}

	long length(long contentLength) {
		return head().length + contentLength + tail().length;
	}

}
