package io.commitpipeline.admin.live;

import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.Zones;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Opens the stream of a page.
 */
@Controller
class LiveController {

	private final LiveStream stream;

	LiveController(LiveStream stream) {
		this.stream = stream;
	}

	@GetMapping(path = "/live/{page}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter live(@PathVariable("page") String page, PageUrl url,
			@CookieValue(name = "zone", required = false) String chosen) {
		String shared = url.parameter("zone");
		return this.stream.watch(page, url, Zones.of((shared != null) ? shared : chosen));
	}

}
