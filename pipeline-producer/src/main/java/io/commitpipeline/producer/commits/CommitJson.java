package io.commitpipeline.producer.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;

/**
 * The event of a commit: UTF-8 JSON with the keys of the data set and the ingest time.
 */
public final class CommitJson {

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
		.build();

	private CommitJson() {
	}

	/**
	 * Encodes an event.
	 * @param commit the commit
	 * @param ingested when it is sent
	 * @return the bytes of its JSON
	 */
	public static byte[] encode(Commit commit, Instant ingested) {
		try (ByteArrayBuilder bytes = new ByteArrayBuilder(512); JsonGenerator json = JSON.createGenerator(bytes)) {
			json.writeStartObject();
			json.writeStringField("commit_id", commit.commitId());
			json.writeStringField("author", commit.author());
			json.writeNumberField("time", commit.time());
			json.writeStringField("file_path", commit.filePath());
			json.writeNumberField("lines_added", commit.linesAdded());
			json.writeNumberField("lines_deleted", commit.linesDeleted());
			json.writeNumberField("entropy", commit.entropy());
			json.writeStringField("message", commit.message());
			json.writeFieldName("ingest_timestamp");
			json.writeNumber(epochSeconds(ingested));
			json.writeEndObject();
			json.flush();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String epochSeconds(Instant time) {
		long millis = time.getNano() / 1_000_000;
		return time.getEpochSecond() + "." + Long.toString(1000 + millis).substring(1);
	}

}
