package io.commitpipeline.admin.overview;

import java.util.UUID;

import io.commitpipeline.admin.metrics.Range;
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

	OverviewController(Overviews overviews) {
		this.overviews = overviews;
	}

	@GetMapping("/")
	String overview(PageUrl url, Model model) {
		model.addAttribute("live", url.at("/live/overview"));
		model.addAttribute("overview", this.overviews.read(Range.of(url.parameter("range"))));
		model.addAttribute("ranges", Range.values());
		model.addAttribute("newReplayId", UUID.randomUUID());
		return "overview/page";
	}

}
