package io.commitpipeline.local.datalake.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for.
 *
 * @param first the position of its first byte
 * @param length how many bytes it has
 */
public record ByteRange(long first, long length) {

	private static final long LARGEST_WITH_DIGEST = 4 << 20;

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

	/**
	 * The range of a request, if it asks for one.
	 * @param exchange the request
	 * @param size the size of the file
	 * @return the range within the file
	 * @throws ServiceException if it lies beyond the file
	 */
	public static Optional<ByteRange> of(Exchange exchange, long size) {
		return exchange.header("x-ms-range")
			.or(() -> exchange.header("Range"))
			.map((range) -> parse(exchange, range, size));
	}

	private static ByteRange parse(Exchange exchange, String text, long size) {
		Matcher matcher = RANGE.matcher(text);
		if (!matcher.matches()) {
			throw ServiceError.INVALID_HEADER.exception();
		}
		long first = Long.parseLong(matcher.group(1));
		long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
		if (first >= size || last < first) {
			exchange.announce("Content-Range", "bytes */" + size);
			throw ServiceError.INVALID_RANGE.exception();
		}
		return new ByteRange(first, last - first + 1);
	}

	/**
	 * The digest of the part, as the service gives it for small ones.
	 * @param file the file
	 * @return its MD5 in Base64
	 * @throws IOException if it cannot be read
	 */
	public String md5(FileChannel file) throws IOException {
		if (this.length > LARGEST_WITH_DIGEST) {
			throw ServiceError.INVALID_HEADER.exception();
		}
		byte[] bytes = new byte[(int) this.length];
		for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) {
			if (file.read(rest, this.first + rest.position()) < 0) {
				throw new EOFException("The file became shorter while it was read");
			}
		}
		return Base64.getEncoder().encodeToString(Bodies.md5().digest(bytes));
	}

	public String contentRange(long size) {
		return "bytes %d-%d/%d".formatted(this.first, this.first + this.length - 1, size);
	}

}
