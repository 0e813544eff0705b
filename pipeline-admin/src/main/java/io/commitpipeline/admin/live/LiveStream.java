package io.commitpipeline.admin.live;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.commitpipeline.admin.web.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Keeps live pages up to date in the browsers that show them: one read a tick for each
 * page, one rendering for each time zone, however many watch.
 */
@Component
class LiveStream {

	private static final Logger logger = LoggerFactory.getLogger(LiveStream.class);

	private final Map<String, LivePage> pages;

	private final FragmentRenderer renderer;

	private final AsyncTaskExecutor executor;

	private final Map<View, Channel> channels = new ConcurrentHashMap<>();

	LiveStream(List<LivePage> pages, FragmentRenderer renderer,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) AsyncTaskExecutor executor) {
		this.pages = pages.stream().collect(Collectors.toMap(LivePage::name, Function.identity()));
		this.renderer = renderer;
		this.executor = executor;
	}

	SseEmitter watch(String name, PageUrl url, ZoneId zone) {
		LivePage page = this.pages.get(name);
		if (page == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		View view = new View(page, page.variant(url), zone);
		return this.channels.computeIfAbsent(view, (key) -> new Channel(this.executor)).watch();
	}

	@Scheduled(fixedDelay = 1000)
	void tick() {
		Map<View, Map<String, Object>> models = new HashMap<>();
		this.channels.forEach((view, channel) -> {
			if (channel.isWatched()) {
				publish(view, channel, models);
			}
		});
	}

	@EventListener(ContextClosedEvent.class)
	void close() {
		this.channels.values().forEach(Channel::close);
	}

	private void publish(View view, Channel channel, Map<View, Map<String, Object>> models) {
		try {
			View anywhere = new View(view.page(), view.variant(), null);
			Map<String, Object> model = models.computeIfAbsent(anywhere, (key) -> key.page().read(key.variant()));
			channel.publish(this.renderer.render(view.page().template(), view.page().regions(), model, view.zone()));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The page {} stays as it is while the database is away: {}", view.page().name(),
					ex.getMessage());
		}
	}

	private record View(LivePage page, String variant, ZoneId zone) {
	}

}
