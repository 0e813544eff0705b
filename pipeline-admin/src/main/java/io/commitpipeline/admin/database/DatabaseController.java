package io.commitpipeline.admin.database;

import io.commitpipeline.admin.web.CsvView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Serves the page and its tables as CSV.
 */
@Controller
class DatabaseController {

	private final DatabaseQueries queries;

	DatabaseController(DatabaseQueries queries) {
		this.queries = queries;
	}

	@GetMapping("/database")
	String database(Model model) {
		model.addAttribute("server", this.queries.server());
		model.addAttribute("tables", DatabaseTables.tables(this.queries.tables()));
		model.addAttribute("connections", DatabaseTables.connections(this.queries.connections()));
		model.addAttribute("migrations", DatabaseTables.migrations(this.queries.migrations()));
		return "database/page";
	}

	@GetMapping("/database.csv")
	View csv() {
		return new CsvView("tables", DatabaseTables.tables(this.queries.tables()));
	}

	@GetMapping("/database/connections.csv")
	View connectionsCsv() {
		return new CsvView("connections", DatabaseTables.connections(this.queries.connections()));
	}

	@GetMapping("/database/migrations.csv")
	View migrationsCsv() {
		return new CsvView("migrations", DatabaseTables.migrations(this.queries.migrations()));
	}

}
