package io.commitpipeline.processor.events;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * Reads a commit from an event's body. Extra keys are ignored; of a key that comes twice
 * the last one counts.
 */
public class CommitReader {

	private final JsonFactory json = JsonFactory.builder()
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
		.build();

	/**
	 * @throws InvalidEventException if the body is not a valid commit
	 */
	public Commit read(byte[] body) throws InvalidEventException {
		try (JsonParser parser = this.json.createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new InvalidEventException("not a JSON object");
			}
			Commit commit = readFields(parser).toCommit();
			if (parser.nextToken() != null) {
				throw new InvalidEventException("text after the end of the JSON object");
			}
			return commit;
		}
		catch (JsonProcessingException ex) {
			throw new InvalidEventException("not JSON: " + ex.getOriginalMessage());
		}
		catch (IOException | NumberFormatException ex) {
			// Bytes that are not UTF-8, exponents beyond all bounds.
			throw new InvalidEventException("not JSON: " + ex.getMessage());
		}
	}

	private CommitFields readFields(JsonParser parser) throws IOException, InvalidEventException {
		CommitFields fields = new CommitFields();
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String field = parser.currentName();
			JsonToken value = parser.nextToken();
			switch (field) {
				case "commit_id" -> fields.commitId = text(parser, field, value);
				case "author" -> fields.author = text(parser, field, value);
				case "file_path" -> fields.filePath = text(parser, field, value);
				case "message" -> fields.message = text(parser, field, value);
				case "time" -> fields.time = number(parser, field, value);
				case "lines_added" -> fields.linesAdded = number(parser, field, value);
				case "lines_deleted" -> fields.linesDeleted = number(parser, field, value);
				case "entropy" -> fields.entropy = number(parser, field, value);
				case "ingest_timestamp" -> fields.ingestTimestamp = timestamp(parser, value);
				default -> parser.skipChildren();
			}
		}
		return fields;
	}

	private static String text(JsonParser parser, String field, JsonToken value)
			throws IOException, InvalidEventException {
		if (isMissing(parser, value)) {
			return null;
		}
		if (value != JsonToken.VALUE_STRING) {
			throw new InvalidEventException(field + ": expected text");
		}
		return parser.getText();
	}

	private static BigDecimal number(JsonParser parser, String field, JsonToken value)
			throws IOException, InvalidEventException {
		if (isMissing(parser, value)) {
			return null;
		}
		if (!value.isNumeric()) {
			throw new InvalidEventException(field + ": expected a number");
		}
		if (parser.isNaN()) {
			throw new InvalidEventException(field + ": expected a finite number");
		}
		return parser.getDecimalValue();
	}

	/** The ingest time is informative: an odd one does not spoil the commit. */
	private static Double timestamp(JsonParser parser, JsonToken value) throws IOException {
		if (value.isNumeric() && !parser.isNaN()) {
			return parser.getDoubleValue();
		}
		parser.skipChildren();
		return null;
	}

	/** Python writes NaN for an empty cell. */
	private static boolean isMissing(JsonParser parser, JsonToken value) throws IOException {
		return value == JsonToken.VALUE_NULL
				|| value == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN() && "NaN".equals(parser.getText());
	}

}
