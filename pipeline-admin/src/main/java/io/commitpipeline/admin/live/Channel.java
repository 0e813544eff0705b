package io.commitpipeline.admin.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Carries a page's regions, by name, to those who watch it.
 */
class Channel {

	/** Below the 240 seconds after which the ingress cuts a request. */
	private static final long TIMEOUT_MILLIS = 230_000;

	private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();

	private final Executor executor;

	Channel(Executor executor) {
		this.executor = executor;
	}

	SseEmitter watch() {
		SseEmitter emitter = new SseEmitter(TIMEOUT_MILLIS);
		Watcher watcher = new Watcher(emitter);
		this.watchers.add(watcher);
		emitter.onCompletion(() -> this.watchers.remove(watcher));
		emitter.onTimeout(emitter::complete);
		return emitter;
	}

	boolean isWatched() {
		return !this.watchers.isEmpty();
	}

	/**
	 * Sends everyone away: a server that stops would wait for them.
	 */
	void close() {
		this.watchers.forEach(Watcher::close);
	}

	/**
	 * Shows the regions to all; a browser that is still busy with earlier ones is left
	 * out.
	 * @param regions HTML by name
	 */
	void publish(Map<String, String> regions) {
		this.watchers.stream()
			.filter(Watcher::begin)
			.forEach((watcher) -> this.executor.execute(() -> watcher.show(regions)));
	}

}
