package io.commitpipeline.admin.replay;

import java.util.UUID;

import io.commitpipeline.admin.sources.Source;
import io.commitpipeline.admin.sources.SourceQueries;
import io.commitpipeline.admin.sources.UploadProperties;
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
 * Serves the replay page. Its address may choose a source.
 */
@Controller
class ReplayPageController {

	private final ReplayPage page;

	private final ReplayTables tables;

	private final SourceQueries sources;

	private final UploadProperties uploads;

	ReplayPageController(ReplayPage page, ReplayTables tables, SourceQueries sources, UploadProperties uploads) {
		this.page = page;
		this.tables = tables;
		this.sources = sources;
		this.uploads = uploads;
	}

	@GetMapping("/replay")
	String replay(PageUrl url, @RequestParam(name = "source", required = false) String chosen, Model model) {
		model.addAllAttributes(this.page.read(""));
		model.addAttribute("live", url.at("/live/replay"));
		model.addAttribute("form", UUID.randomUUID());
		model.addAttribute("mostBytes", this.uploads.maxSize().toBytes());
		model.addAttribute("history", this.tables.history(ReplayTables.listing(url)));
		if (chosen != null) {
			model.addAttribute("chosen", this.sources.at(chosen).orElse(null));
			model.addAttribute("badRows", this.tables.badRows(chosen));
		}
		return "replay/page";
	}

	@GetMapping("/replay/history.csv")
	View history(PageUrl url) {
		return new CsvView("replays", this.tables.history(ReplayTables.listing(url).export()));
	}

	@GetMapping("/replay/sources.csv")
	View sources() {
		return new CsvView("sources", this.tables.sources());
	}

	@GetMapping("/replay/rejected.csv")
	View rejected(@RequestParam("source") String path) {
		Source source = this.sources.at(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return new CsvView("rejected", this.tables.badRows(source.path()));
	}

}
