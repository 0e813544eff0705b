package io.commitpipeline.producer.commits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * Splits a row into its fields.
 */
class RowReader {

	private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().acceptCharsAfterQuotes(false);

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	List<String> fields(RawRow row) throws InvalidRowException, IOException {
		if (row.cut()) {
			throw new InvalidRowException(null, "is longer than any event can be");
		}
		if (!row.closed()) {
			throw new BrokenQuoteException();
		}
		return split(decode(row.bytes()));
	}

	private String decode(byte[] bytes) throws InvalidRowException, IOException {
		try {
			return this.decoder.decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(bytes);
		}
	}

	/** Latin-1 knows every byte, so it shows which field holds the bad ones. */
	private InvalidRowException notUtf8(byte[] bytes) throws InvalidRowException, IOException {
		List<String> fields = split(new String(bytes, StandardCharsets.ISO_8859_1));
		for (Column column : Column.values()) {
			if (column.ordinal() < fields.size() && !isUtf8(fields.get(column.ordinal()))) {
				return new InvalidRowException(column, "is not valid UTF-8");
			}
		}
		return new InvalidRowException(null, "is not valid UTF-8");
	}

	private boolean isUtf8(String latin1) {
		try {
			this.decoder.decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private List<String> split(String text) throws InvalidRowException, IOException {
		try (CsvReader<CsvRecord> reader = this.csv.ofCsvRecord(withoutLineEnd(text))) {
			return reader.iterator().next().getFields();
		}
		catch (CsvParseException ex) {
			throw new BrokenQuoteException();
		}
	}

	/** The CSV reader takes a line feed behind a field that ends in CR for part of it. */
	private static String withoutLineEnd(String text) {
		int end = text.length() - (text.endsWith("\n") ? 1 : 0);
		return text.substring(0, (end > 0 && text.charAt(end - 1) == '\r') ? end - 1 : end);
	}

}
