package io.commitpipeline.local.replays;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A commit log on this machine.
 */
public record CommitLogFile(Path path) {

	private static final List<String> HEADER = List.of("commit_id", "author", "time", "file_path", "lines_added",
			"lines_deleted", "entropy", "message");

	/**
	 * Looks at the file before anything is started for it.
	 * @throws SourceException if it cannot be read or is no commit log
	 */
	public void check() {
		if (!Files.isRegularFile(this.path) || !Files.isReadable(this.path)) {
			throw new SourceException("The source " + this.path + " is not a readable file");
		}
		List<String> header = header();
		if (!header.equals(HEADER)) {
			throw new SourceException("The source " + this.path + " has the header '" + String.join(",", header)
					+ "', expected '" + String.join(",", HEADER) + "'");
		}
	}

	String name() {
		return this.path.getFileName().toString();
	}

	String sha256() {
		try (DigestInputStream in = new DigestInputStream(Files.newInputStream(this.path),
				MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw new SourceException("The source " + this.path + " cannot be read: " + ex.getMessage(), ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	private List<String> header() {
		try (InputStream in = Files.newInputStream(this.path);
				CsvReader<CsvRecord> rows = CsvReader.builder().detectBomHeader(true).ofCsvRecord(in)) {
			return rows.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
		}
		catch (IOException | UncheckedIOException | CsvParseException ex) {
			throw new SourceException("The source " + this.path + " cannot be read: " + ex.getMessage(), ex);
		}
	}

}
