package io.commitpipeline.admin.partitions;

import java.time.Clock;

import io.commitpipeline.admin.completeness.CompletenessQueries;
import io.commitpipeline.admin.live.LivePage;
import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * Serves the page and its tables as CSV.
 */
@Controller
class PartitionsController {

	private final LivePage page;

	private final PartitionQueries queries;

	private final CompletenessQueries completeness;

	private final Clock clock;

	PartitionsController(PartitionsPage page, PartitionQueries queries, CompletenessQueries completeness, Clock clock) {
		this.page = page;
		this.queries = queries;
		this.completeness = completeness;
		this.clock = clock;
	}

	@GetMapping("/partitions")
	String partitions(PageUrl url, Model model) {
		model.addAllAttributes(this.page.read(""));
		model.addAttribute("live", url.at("/live/partitions"));
		return "partitions/page";
	}

	@GetMapping("/partitions.csv")
	View csv() {
		return new CsvView("partitions", PartitionTables.paths(this.queries.partitions(), this.clock.instant()));
	}

	@GetMapping("/partitions/completeness.csv")
	View completenessCsv() {
		return new CsvView("completeness", PartitionTables.completeness(this.completeness.byPartition()));
	}

	@GetMapping("/partitions/gaps.csv")
	View gapsCsv() {
		return new CsvView("gaps", PartitionTables.gaps(this.queries.gaps()));
	}

	@GetMapping("/partitions/hubs.csv")
	View hubsCsv() {
		return new CsvView("hubs", PartitionTables.incarnations(this.queries.incarnations()));
	}

}
