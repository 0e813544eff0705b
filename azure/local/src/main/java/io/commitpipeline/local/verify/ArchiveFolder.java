package io.commitpipeline.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.jerolba.carpet.io.FileSystemInputFile;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;

/**
 * The archive as plain files.
 *
 * @param root folder of the file system {@code archive}
 */
public record ArchiveFolder(Path root) {

	/**
	 * The files that readers of the archive see.
	 * @return sorted by name
	 * @throws IOException if the folder cannot be read
	 */
	public List<Path> files() throws IOException {
		Path commits = this.root.resolve("commits");
		if (Files.notExists(commits)) {
			return List.of();
		}
		try (Stream<Path> paths = Files.walk(commits)) {
			return paths.filter((path) -> path.toString().endsWith(".parquet")).sorted().toList();
		}
	}

	/**
	 * Counts rows by the files' own word, without reading them.
	 * @return rows of all files
	 * @throws IOException if a file cannot be read
	 */
	long rows() throws IOException {
		long rows = 0;
		for (Path file : files()) {
			rows += rows(file);
		}
		return rows;
	}

	private static long rows(Path file) throws IOException {
		ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
		try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()), options)) {
			return reader.getRecordCount();
		}
		catch (RuntimeException ex) {
			throw new IOException(file + " is no readable Parquet file: " + ex.getMessage(), ex);
		}
	}

}
