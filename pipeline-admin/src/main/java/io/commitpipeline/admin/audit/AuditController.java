package io.commitpipeline.admin.audit;

import java.util.List;
import java.util.Set;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Shows what operators did.
 */
@Controller
class AuditController {

	private static final List<Column<AuditEntry>> COLUMNS = List.of(Column.time("at", "When", AuditEntry::at),
			Column.text("actor", "Who", AuditEntry::actor), Column.code("action", "What", AuditEntry::action),
			Column.text("subject", "To", AuditEntry::subject), Column.text("before", "Before", AuditEntry::stateBefore),
			Column.text("after", "After", AuditEntry::stateAfter),
			Column.sentence("result", "Result", AuditEntry::result));

	private final AuditQueries queries;

	AuditController(AuditQueries queries) {
		this.queries = queries;
	}

	@GetMapping("/audit")
	String audit(PageUrl url, Model model) {
		model.addAttribute("table", table(listing(url)));
		return "audit/page";
	}

	@GetMapping("/audit.csv")
	View csv(PageUrl url) {
		return new CsvView("audit", table(listing(url).export()));
	}

	private Table<AuditEntry> table(Listing listing) {
		return Table.of("Actions", COLUMNS, this.queries.entries(listing), listing, this.queries.count(listing))
			.whenEmpty("Nobody has done anything yet. Every start, pause, re-drive or upload is entered here.");
	}

	private static Listing listing(PageUrl url) {
		return Listing.of(url, "at", Set.of("at"));
	}

}
