package io.commitpipeline.admin.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

class WatcherTests {

	private final Recorder recorder = new Recorder();

	private final Watcher watcher = new Watcher(this.recorder);

	@Test
	void onlyRegionsThatChangedAreSentAgain() {
		this.watcher.show(Map.of("strip", "<p>1</p>"));
		this.watcher.show(Map.of("strip", "<p>1</p>"));
		this.watcher.show(Map.of("strip", "<p>2</p>"));
		assertThat(this.recorder.events).containsExactly("event:strip\ndata:<p>1</p>\n\n", "event:tick\ndata:\n\n",
				"event:tick\ndata:\n\n", "event:strip\ndata:<p>2</p>\n\n", "event:tick\ndata:\n\n");
	}

	@Test
	void aWatcherThatIsBusyIsLeftOut() {
		assertThat(this.watcher.begin()).isTrue();
		assertThat(this.watcher.begin()).isFalse();
		this.watcher.show(Map.of());
		assertThat(this.watcher.begin()).isTrue();
	}

	@Test
	void whoHasGoneAwayIsForgotten() {
		this.recorder.gone = true;
		this.watcher.show(Map.of("strip", "<p>1</p>"));
		assertThat(this.recorder.failure).hasMessage("gone");
	}

	private static final class Recorder extends SseEmitter {

		private final List<String> events = new ArrayList<>();

		private boolean gone;

		private Throwable failure;

		@Override
		public void send(SseEventBuilder builder) throws IOException {
			if (this.gone) {
				throw new IOException("gone");
			}
			this.events.add(builder.build()
				.stream()
				.map(DataWithMediaType::getData)
				.map(String::valueOf)
				.collect(Collectors.joining()));
		}

		@Override
		public void completeWithError(Throwable failure) {
			this.failure = failure;
		}

	}

}
