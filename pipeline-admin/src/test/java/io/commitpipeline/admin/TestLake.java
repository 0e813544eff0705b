package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.local.datalake.LocalDataLake;

/**
 * What is in a console's lake.
 */
public record TestLake(LocalDataLake lake) {

	public DataLakeServiceClient client() {
		return new DataLakeServiceClientBuilder().endpoint(this.lake.endpoint())
			.credential(new StorageSharedKeyCredential(this.lake.accountName(), this.lake.accountKey()))
			.buildClient();
	}

	/**
	 * Puts a file as the processor writes them into the archive.
	 * @param name its path
	 * @param rows how many rows it has
	 * @return its size
	 */
	public long archive(String name, int rows) {
		try {
			Path file = Files.createTempFile("archived", ".parquet");
			write(file, rows);
			DataLakeFileSystemClient archive = client().getFileSystemClient("archive");
			archive.createDirectoryIfNotExists(name.substring(0, name.lastIndexOf('/')));
			archive.getFileClient(name).uploadFromFile(file.toString(), true);
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, int rows) {
		try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckdb.createStatement()) {
			statement.execute(
					"""
							copy (select 0::integer as partition_id, i::bigint as sequence_number, timestamptz '2026-03-01 10:00:00+00' as enqueued_at,
								'c_' || i as commit_id, 'person_' || i %% 7 as author, i::integer as "time", 'services/billing/data_' || i || '.py' as file_path,
								3::integer as lines_added, 1::integer as lines_deleted, 0.5321::decimal(18, 4) as entropy, 'fix <b>it</b>' as message,
								'{}'::blob as body from range(%d) r (i)) to '%s' (format parquet, compression zstd)
							"""
						.formatted(rows, file.toString().replace('\\', '/')));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
