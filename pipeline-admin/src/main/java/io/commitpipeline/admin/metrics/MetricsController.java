package io.commitpipeline.admin.metrics;

import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/**
 * Shows the metrics: by author and component, by hour and entropy, of one run or all.
 */
@Controller
class MetricsController {

	private final Summaries summaries;

	private final RunQueries runs;

	MetricsController(Summaries summaries, RunQueries runs) {
		this.summaries = summaries;
		this.runs = runs;
	}

	@GetMapping("/metrics")
	String authors(PageUrl url, @RequestParam(name = "run", required = false) UUID run, Model model) {
		return ranking(Subject.AUTHOR, url, run, model);
	}

	@GetMapping("/metrics/components")
	String components(PageUrl url, @RequestParam(name = "run", required = false) UUID run, Model model) {
		return ranking(Subject.COMPONENT, url, run, model);
	}

	@GetMapping("/metrics/hours")
	String hours(@RequestParam(name = "run", required = false) UUID run, Model model) {
		summary(run, model).ifPresent((summary) -> {
			model.addAttribute("days",
					MetricTables.summed("Commits by day", "day", "Day", summary.hours(), HourCount::day));
			model.addAttribute("hours", MetricTables.summed("Commits by hour of the day", "hour_of_day",
					"Hour of the day", summary.hours(), HourCount::hourOfDay));
		});
		return "metrics/hours";
	}

	@GetMapping("/metrics/entropy")
	String entropy(@RequestParam(name = "run", required = false) UUID run, Model model) {
		summary(run, model)
			.ifPresent((summary) -> model.addAttribute("entropies", MetricTables.entropies(summary.entropies())));
		return "metrics/entropy";
	}

	@GetMapping("/metrics.csv")
	View authorsCsv(PageUrl url, @RequestParam(name = "run", required = false) UUID run) {
		Listing listing = MetricTables.listing(url).export();
		return new CsvView("authors", MetricTables.standings(Subject.AUTHOR, ready(run).authors(), listing));
	}

	@GetMapping("/metrics/components.csv")
	View componentsCsv(PageUrl url, @RequestParam(name = "run", required = false) UUID run) {
		Listing listing = MetricTables.listing(url).export();
		return new CsvView("components", MetricTables.standings(Subject.COMPONENT, ready(run).components(), listing));
	}

	@GetMapping("/metrics/hours.csv")
	View hoursCsv(@RequestParam(name = "run", required = false) UUID run) {
		return new CsvView("hours", MetricTables.hours(ready(run).hours()));
	}

	@GetMapping("/metrics/entropy.csv")
	View entropyCsv(@RequestParam(name = "run", required = false) UUID run) {
		return new CsvView("entropy", MetricTables.entropies(ready(run).entropies()));
	}

	private String ranking(Subject subject, PageUrl url, UUID run, Model model) {
		Listing listing = MetricTables.listing(url);
		model.addAttribute("listing", listing);
		summary(run, model).ifPresent((summary) -> {
			Leaderboard board = (subject == Subject.AUTHOR) ? summary.authors() : summary.components();
			model.addAttribute("board", board);
			model.addAttribute("table", MetricTables.standings(subject, board, listing));
		});
		return "metrics/page";
	}

	private Optional<Summary> summary(UUID run, Model model) {
		Optional<Summary> summary = this.summaries.of(run);
		model.addAttribute("runs", this.runs.runs());
		model.addAttribute("run", run);
		model.addAttribute("summary", summary.orElse(null));
		return summary;
	}

	/** A program asks again when it is told to. */
	private Summary ready(UUID run) {
		return this.summaries.of(run)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
					"The metrics are being summed; ask again in a second."));
	}

}
