package io.commitpipeline.admin.overview;

import java.util.UUID;

import io.commitpipeline.admin.metrics.Range;
import io.commitpipeline.admin.replay.ReplayQueries;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the page.
 */
@Controller
class OverviewController {

	private final Overviews overviews;

	private final ReplayQueries replays;

	OverviewController(Overviews overviews, ReplayQueries replays) {
		this.overviews = overviews;
		this.replays = replays;
	}

	@GetMapping("/")
	String overview(PageUrl url, Model model) {
		model.addAttribute("live", url.at("/live/overview"));
		model.addAttribute("overview", this.overviews.read(Range.of(url.parameter("range"))));
		model.addAttribute("ranges", Range.values());
		model.addAttribute("sources", this.replays.sources());
		model.addAttribute("newReplayId", UUID.randomUUID());
		return "overview/page";
	}

}
