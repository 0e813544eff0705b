package io.commitpipeline.local.verify.deep;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import com.jerolba.carpet.io.FileSystemInputFile;
import io.commitpipeline.local.verify.ArchiveFolder;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Reads every file of the archive and compares it with the manifest, and what all of them
 * add up to with the metrics.
 */
public record DeepVerification(DataSource dataSource, ArchiveFolder archive) {

	/**
	 * Looks at everything once.
	 * @return a sentence for each difference
	 * @throws SQLException if the database does not answer
	 * @throws IOException if a file cannot be read
	 */
	public List<String> differences() throws SQLException, IOException {
		List<ManifestFile> manifest = new Manifest(this.dataSource).files();
		FileCheck files = new FileCheck(this.archive);
		List<String> differences = new ArrayList<>(files.differences(manifest));
		if (!differences.isEmpty()) {
			return differences;
		}
		ComparedTables tables = new ComparedTables(this.dataSource);
		Map<UUID, Long> rowsOfRuns = tables.rowsOfRuns();
		Recount recount = new Recount((run) -> rowsOfRuns.getOrDefault(run, Long.MAX_VALUE),
				tables.quarantinedForGood());
		for (ManifestFile file : manifest) {
			recount(file, files, recount, differences);
		}
		FoldedRuns folded = tables.foldedRuns();
		differences.addAll(new Comparison(folded.fold(tables.rows()), folded.fold(recount.rows()), tables.deleted())
			.differences());
		return differences;
	}

	private void recount(ManifestFile file, FileCheck files, Recount recount, List<String> differences)
			throws IOException {
		long next = file.firstSequenceNumber();
		try (ParquetReader<ArchivedEvent> reader = CarpetParquetReader
			.builder(new FileSystemInputFile(files.path(file).toFile()), ArchivedEvent.class)
			.fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
			.withConf(new PlainParquetConfiguration())
			.build()) {
			for (ArchivedEvent event = reader.read(); event != null; event = reader.read()) {
				if (event.sequenceNumber() != next) {
					differences.add("archive file %s holds event %d where %d is due".formatted(file.name(),
							event.sequenceNumber(), next));
					return;
				}
				recount.add(event, file.incarnation());
				next++;
			}
		}
		if (next != file.lastSequenceNumber() + 1) {
			differences.add("archive file %s ends before event %d".formatted(file.name(), file.lastSequenceNumber()));
		}
	}

}
