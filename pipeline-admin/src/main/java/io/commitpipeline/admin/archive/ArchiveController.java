package io.commitpipeline.admin.archive;

import java.time.LocalDate;
import java.util.List;

import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Shows which files there are, by day, then one by one.
 */
@Controller
class ArchiveController {

	private final ArchiveQueries queries;

	private final DuckDbLines lines;

	ArchiveController(ArchiveQueries queries, DuckDbLines lines) {
		this.queries = queries;
		this.lines = lines;
	}

	@GetMapping("/archive")
	String archive(PageUrl url,
			@RequestParam(name = "date",
					required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
			@RequestParam(name = "partition", required = false) Integer partition, Model model) {
		if (date == null) {
			model.addAttribute("days", ArchiveTables.days(this.queries.days()));
			model.addAttribute("query", this.lines.overAll());
			return "archive/page";
		}
		Listing listing = listing(url);
		model.addAttribute("date", date);
		model.addAttribute("csv", url.at("/archive/files.csv"));
		model.addAttribute("table", ArchiveTables.files(this.queries.files(date.toString(), partition, listing),
				listing, this.queries.count(date.toString(), partition, listing)));
		return "archive/day";
	}

	@GetMapping("/archive.csv")
	View csv() {
		return new CsvView("archive", ArchiveTables.days(this.queries.days()));
	}

	@GetMapping("/archive/files.csv")
	View filesCsv(PageUrl url, @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
			@RequestParam(name = "partition", required = false) Integer partition) {
		Listing listing = listing(url).export();
		List<ArchiveFile> files = this.queries.files(date.toString(), partition, listing);
		return new CsvView("archive-files", ArchiveTables.files(files, listing, files.size()));
	}

	private static Listing listing(PageUrl url) {
		return Listing.of(url, "-created_at", ArchiveQueries.ORDERS.keySet());
	}

}
