package io.commitpipeline.local.datalake.http;

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

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

	/**
	 * The range of a request, if it asks for one.
	 * @param exchange the request
	 * @param size the size of the file
	 * @return the range within the file
	 * @throws ServiceException if it lies beyond the file
	 */
	public static Optional<ByteRange> of(Exchange exchange, long size) {
		return exchange.header("x-ms-range").or(() -> exchange.header("Range")).map((range) -> parse(range, size));
	}

	private static ByteRange parse(String text, long size) {
		Matcher matcher = RANGE.matcher(text);
		if (!matcher.matches()) {
			throw ServiceError.INVALID_HEADER.exception();
		}
		long first = Long.parseLong(matcher.group(1));
		long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
		if (first >= size || last < first) {
			throw ServiceError.INVALID_RANGE.exception();
		}
		return new ByteRange(first, last - first + 1);
	}

	public String contentRange(long size) {
		return "bytes %d-%d/%d".formatted(this.first, this.first + this.length - 1, size);
	}

}
