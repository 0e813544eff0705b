package io.commitpipeline.admin.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.live.Channel;
import io.commitpipeline.admin.live.FragmentRenderer;
import io.commitpipeline.admin.metrics.Range;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Keeps the page up to date in the browsers that show it.
 */
@Component
class LiveOverview {

	private static final Logger logger = LoggerFactory.getLogger(LiveOverview.class);

	private static final List<String> REGIONS = List.of("completeness", "replay", "rejected", "peak", "activity",
			"authors", "components", "partitions");

	private final Map<Range, Channel> channels = new EnumMap<>(Range.class);

	private final Overviews overviews;

	private final FragmentRenderer renderer;

	LiveOverview(Overviews overviews, FragmentRenderer renderer,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) AsyncTaskExecutor executor) {
		this.overviews = overviews;
		this.renderer = renderer;
		for (Range range : Range.values()) {
			this.channels.put(range, new Channel(executor));
		}
	}

	SseEmitter watch(Range range) {
		return this.channels.get(range).watch();
	}

	@Scheduled(fixedDelay = 1000)
	void tick() {
		this.channels.forEach((range, channel) -> {
			if (channel.isWatched()) {
				publish(range, channel);
			}
		});
	}

	@EventListener(ContextClosedEvent.class)
	void close() {
		this.channels.values().forEach(Channel::close);
	}

	private void publish(Range range, Channel channel) {
		try {
			Map<String, Object> model = Map.of("overview", this.overviews.read(range));
			channel.publish(this.renderer.render("overview/regions", REGIONS, model));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The page stays as it is while the database is away: {}", ex.getMessage());
		}
	}

}
