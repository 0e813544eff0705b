package io.commitpipeline.admin.database;

import java.util.List;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Table;

/**
 * The tables of the page.
 */
final class DatabaseTables {

	private DatabaseTables() {
	}

	static Table<TableSize> tables(List<TableSize> tables) {
		return Table.of("Tables",
				List.of(Column.code("table", "Table", TableSize::name),
						Column.count("row_estimate", "Rows, about", TableSize::rowEstimate)
							.meaning("as the planner's statistics say"),
						Column.bytes("table_bytes", "Table", TableSize::tableBytes),
						Column.bytes("index_bytes", "Indexes", TableSize::indexBytes),
						Column.bytes("total_bytes", "Total", TableSize::totalBytes),
						Column.count("dead_rows", "Dead rows", TableSize::deadRows)
							.meaning("replaced or deleted, and not vacuumed yet"),
						Column.time("vacuumed_at", "Vacuumed", TableSize::vacuumedAt)),
				tables);
	}

	static Table<Connections> connections(List<Connections> connections) {
		return Table.of("Connections", List.of(Column.text("application", "Application", Connections::application),
				Column.text("user", "User", Connections::username), Column.text("state", "State", Connections::state),
				Column.count("connections", "Connections", Connections::connections)), connections);
	}

	static Table<Migration> migrations(List<Migration> migrations) {
		return Table.of("Migrations",
				List.of(Column.count("rank", "Step", Migration::rank),
						Column.text("version", "Version", Migration::version),
						Column.text("description", "What", Migration::description),
						Column.time("installed_on", "When", Migration::installedOn),
						Column.count("millis", "Took, ms", Migration::millis),
						Column.text("success", "Result", (migration) -> migration.success() ? "done" : "failed")),
				migrations);
	}

}
