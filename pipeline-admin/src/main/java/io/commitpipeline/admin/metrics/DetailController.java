package io.commitpipeline.admin.metrics;

import java.util.List;
import java.util.UUID;

import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/**
 * Shows one author or component by itself.
 */
@Controller
class DetailController {

	private final DetailQueries queries;

	private final RunQueries runs;

	DetailController(DetailQueries queries, RunQueries runs) {
		this.queries = queries;
		this.runs = runs;
	}

	@GetMapping("/metrics/author")
	String author(PageUrl url, @RequestParam("name") String name,
			@RequestParam(name = "run", required = false) UUID run, Model model) {
		return detail(Subject.AUTHOR, url, name, run, model);
	}

	@GetMapping("/metrics/component")
	String component(PageUrl url, @RequestParam("name") String name,
			@RequestParam(name = "run", required = false) UUID run, Model model) {
		return detail(Subject.COMPONENT, url, name, run, model);
	}

	@GetMapping("/metrics/author.csv")
	View authorCsv(@RequestParam("name") String name, @RequestParam(name = "run", required = false) UUID run) {
		return new CsvView("author-hours", MetricTables.hours(find(Subject.AUTHOR, name, run).hours()));
	}

	@GetMapping("/metrics/component.csv")
	View componentCsv(@RequestParam("name") String name, @RequestParam(name = "run", required = false) UUID run) {
		return new CsvView("component-hours", MetricTables.hours(find(Subject.COMPONENT, name, run).hours()));
	}

	private String detail(Subject subject, PageUrl url, String name, UUID run, Model model) {
		Detail detail = find(subject, name, run);
		List<HourCount> hours = detail.hours();
		model.addAttribute("subject", subject);
		model.addAttribute("detail", detail);
		model.addAttribute("runs", this.runs.runs());
		model.addAttribute("run", run);
		model.addAttribute("csv", url.at(url.path() + ".csv"));
		model.addAttribute("days", MetricTables.summed("Commits by day", "day", "Day", hours, HourCount::day));
		model.addAttribute("hours", MetricTables.summed("Commits by hour of the day", "hour_of_day", "Hour of the day",
				hours, HourCount::hourOfDay));
		model.addAttribute("entropies", MetricTables.entropies(detail.entropies()));
		return "metrics/detail";
	}

	private Detail find(Subject subject, String name, UUID run) {
		return this.queries.detail(subject, name, run)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
