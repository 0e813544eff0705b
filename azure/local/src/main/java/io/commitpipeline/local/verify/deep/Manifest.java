package io.commitpipeline.local.verify.deep;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * The manifest of the archive, oldest events of each partition first.
 */
record Manifest(DataSource dataSource) {

	List<ManifestFile> files() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"""
								select partition_id, incarnation, first_sequence_number, last_sequence_number, name, event_count, bytes,
									sha256
								from archive_files where state = 'done'
								order by partition_id, incarnation, first_sequence_number""")) {
			List<ManifestFile> files = new ArrayList<>();
			while (row.next()) {
				files.add(new ManifestFile(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4),
						row.getString(5), row.getLong(6), row.getLong(7), row.getString(8)));
			}
			return files;
		}
	}

}
