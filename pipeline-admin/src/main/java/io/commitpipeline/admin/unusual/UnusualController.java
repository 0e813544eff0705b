package io.commitpipeline.admin.unusual;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/**
 * Serves the ranking and what is known of one author.
 */
@Controller
class UnusualController {

	private static final List<Column<RankedAuthor>> COLUMNS = List.of(
			Column.count("place", "Place", RankedAuthor::place).sorted(),
			Column.text("author", "Author", RankedAuthor::author).sorted(),
			points("score", "Score", "the sum of the five", RankedAuthor::score),
			points("words", "Words", "phrases that hardly anyone else uses", RankedAuthor::words),
			points("components", "Components", "that others with the same habits do not touch",
					RankedAuthor::components),
			points("entropy", "Entropy", "far above the author's own median", RankedAuthor::entropy),
			points("size", "Size", "of changes, far from the author's own median", RankedAuthor::size),
			points("hours", "Hours", "in which hardly anyone commits", RankedAuthor::hours),
			Column.count("commits", "Commits", RankedAuthor::authorCommits).sorted());

	private final UnusualQueries queries;

	UnusualController(UnusualQueries queries) {
		this.queries = queries;
	}

	private static Column<RankedAuthor> points(String key, String title, String hint,
			ToDoubleFunction<RankedAuthor> value) {
		return Column.<RankedAuthor>of(key, title, Column.Kind.COUNT, value::applyAsDouble).sorted().meaning(hint);
	}

	@GetMapping("/unusual")
	String ranking(PageUrl url, Model model) {
		List<RankedRun> runs = this.queries.runs();
		model.addAttribute("runs", runs);
		chosen(url, runs).ifPresent((run) -> {
			model.addAttribute("run", run);
			model.addAttribute("table", table(run, listing(url)));
		});
		return "unusual/page";
	}

	@GetMapping("/unusual.csv")
	View csv(PageUrl url) {
		RankedRun run = chosen(url, this.queries.runs()).orElseThrow(UnusualController::notFound);
		return new CsvView("unusual", table(run, listing(url).export()));
	}

	@GetMapping("/unusual/author")
	String author(PageUrl url, Model model) {
		RankedRun run = chosen(url, this.queries.runs()).orElseThrow(UnusualController::notFound);
		RankedAuthor author = this.queries.author(run.runId(), url.parameter("name"))
			.orElseThrow(UnusualController::notFound);
		model.addAttribute("run", run);
		model.addAttribute("author", author);
		model.addAttribute("evidence", this.queries.evidence(run.runId(), author.author()));
		model.addAttribute("ranking", url.with("name", null).at("/unusual"));
		return "unusual/author";
	}

	private Table<RankedAuthor> table(RankedRun run, Listing listing) {
		return Table.of("Authors", COLUMNS, this.queries.authors(run.runId(), listing), listing,
				this.queries.count(run.runId(), listing));
	}

	private static Listing listing(PageUrl url) {
		return Listing.of(url, "place", UnusualQueries.SORTED);
	}

	/** The latest one, unless the address names another. */
	private static Optional<RankedRun> chosen(PageUrl url, List<RankedRun> runs) {
		String asked = url.parameter("run");
		return runs.stream().filter((run) -> asked == null || run.runId().toString().equals(asked)).findFirst();
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
