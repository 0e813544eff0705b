package io.commitpipeline.local.verify.deep;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * What of a commit is counted.
 *
 * @param time minutes since the start of the data set's month
 * @param entropy in ten-thousandths
 */
record CountedCommit(String author, String component, int time, int linesAdded, int linesDeleted, long entropy,
		String message) {

	private static final BigDecimal LARGEST_ENTROPY = BigDecimal.valueOf(Long.MAX_VALUE, 4);

	private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.00001");

	private static final ObjectReader JSON = JsonMapper.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build()
		.readerFor(JsonNode.class);

	/**
	 * Reads a body; empty if it holds no valid commit.
	 */
	static Optional<CountedCommit> of(byte[] body) {
		try {
			JsonNode json = JSON.readTree(body);
			String author = name(json.path("author"));
			String path = name(json.path("file_path"));
			name(json.path("commit_id"));
			require(json.path("message").isTextual());
			return Optional.of(new CountedCommit(author, component(path), count(json.path("time")),
					count(json.path("lines_added")), count(json.path("lines_deleted")), entropy(json.path("entropy")),
					json.path("message").textValue()));
		}
		catch (IOException | ArithmeticException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static String name(JsonNode node) throws IOException {
		require(node.isTextual());
		String text = node.textValue();
		boolean storable = StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf(0) < 0;
		require(storable && !text.isEmpty());
		return text;
	}

	private static int count(JsonNode node) throws IOException {
		BigDecimal number = number(node);
		require(number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0);
		return number.intValueExact();
	}

	private static long entropy(JsonNode node) throws IOException {
		BigDecimal number = number(node);
		require(number.signum() >= 0 && number.compareTo(LARGEST_ENTROPY) <= 0);
		return (number.compareTo(NEGLIGIBLE) < 0) ? 0
				: number.setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact();
	}

	private static BigDecimal number(JsonNode node) throws IOException {
		require(node.isNumber() && !(node.isDouble() && !Double.isFinite(node.doubleValue())));
		return node.decimalValue();
	}

	private static String component(String path) {
		String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", 3);
		return (segments.length < 3) ? String.join("/", segments) : segments[0] + "/" + segments[1];
	}

	private static void require(boolean valid) throws IOException {
		if (!valid) {
			throw new IOException("no valid commit");
		}
	}

}
