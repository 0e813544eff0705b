package io.commitpipeline.admin.overview;

import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.live.LivePage;
import io.commitpipeline.admin.metrics.Range;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.stereotype.Component;

/**
 * The regions of the overview that follow what happens.
 */
@Component
class LiveOverview implements LivePage {

	private final Overviews overviews;

	LiveOverview(Overviews overviews) {
		this.overviews = overviews;
	}

	@Override
	public String name() {
		return "overview";
	}

	@Override
	public String template() {
		return "overview/regions";
	}

	@Override
	public List<String> regions() {
		return List.of("completeness", "pulse", "replay", "rejected", "peak", "activity", "latencies", "lags",
				"authors", "components");
	}

	@Override
	public String variant(PageUrl url) {
		return Range.of(url.parameter("range")).key();
	}

	@Override
	public Map<String, Object> read(String variant) {
		return Map.of("overview", this.overviews.read(Range.of(variant)));
	}

}
