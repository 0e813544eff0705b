package io.commitpipeline.admin.overview;

import java.util.UUID;

import io.commitpipeline.admin.metrics.Range;
import io.commitpipeline.admin.replay.ReplayQueries;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Serves the page and its live values.
 */
@Controller
class OverviewController {

	private final Overviews overviews;

	private final LiveOverview live;

	private final ReplayQueries replays;

	OverviewController(Overviews overviews, LiveOverview live, ReplayQueries replays) {
		this.overviews = overviews;
		this.live = live;
		this.replays = replays;
	}

	@GetMapping("/")
	String overview(@RequestParam(name = "range", required = false) String range, Model model) {
		model.addAttribute("overview", this.overviews.read(Range.of(range)));
		model.addAttribute("ranges", Range.values());
		model.addAttribute("sources", this.replays.sources());
		model.addAttribute("newReplayId", UUID.randomUUID());
		return "overview/page";
	}

	@GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter live(@RequestParam(name = "range", required = false) String range) {
		return this.live.watch(Range.of(range));
	}

}
