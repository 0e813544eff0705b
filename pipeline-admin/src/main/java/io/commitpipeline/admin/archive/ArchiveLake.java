package io.commitpipeline.admin.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.springframework.stereotype.Component;

/**
 * The archive's file system. Of a file whose rows are looked at, only the columns and the
 * part of them that these rows need are fetched.
 */
@Component
class ArchiveLake {

	private final DataLakeFileSystemClient files;

	ArchiveLake(DataLakeServiceClient lake) {
		this.files = lake.getFileSystemClient("archive");
	}

	/**
	 * The first rows of a file.
	 * @param file the file
	 * @param most how many at most
	 * @throws IOException if it is no Parquet file of ours
	 */
	List<ArchivedRow> rows(ArchiveFile file, int most) throws IOException {
		LakeInputFile input = new LakeInputFile(this.files.getFileClient(file.name()), file.bytes());
		List<ArchivedRow> rows = new ArrayList<>();
		try (ParquetReader<ArchivedRow> parquet = CarpetParquetReader.builder(input, ArchivedRow.class)
			.fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
			.withConf(new PlainParquetConfiguration())
			.withCodecFactory(new ZstdDecompression())
			.build()) {
			for (ArchivedRow row = parquet.read(); row != null && rows.size() < most; row = parquet.read()) {
				rows.add(row);
			}
		}
		return rows;
	}

	void copy(ArchiveFile file, OutputStream target) {
		this.files.getFileClient(file.name()).read(target);
	}

}
