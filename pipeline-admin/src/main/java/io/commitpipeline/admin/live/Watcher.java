package io.commitpipeline.admin.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A browser that watches a page, and what it has been shown.
 */
class Watcher {

	private final SseEmitter emitter;

	private final AtomicBoolean busy = new AtomicBoolean();

	private final Map<String, String> shown = new HashMap<>();

	Watcher(SseEmitter emitter) {
		this.emitter = emitter;
	}

	boolean begin() {
		return this.busy.compareAndSet(false, true);
	}

	void close() {
		this.emitter.complete();
	}

	void show(Map<String, String> regions) {
		try {
			for (Map.Entry<String, String> region : regions.entrySet()) {
				if (!region.getValue().equals(this.shown.put(region.getKey(), region.getValue()))) {
					send(region.getKey(), region.getValue());
				}
			}
			send("tick", "");
		}
		catch (IOException | IllegalStateException ex) {
			this.emitter.completeWithError(ex);
		}
		finally {
			this.busy.set(false);
		}
	}

	private void send(String name, String data) throws IOException {
		this.emitter.send(SseEmitter.event().name(name).data(data));
	}

}
