package io.commitpipeline.admin.live;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.commitpipeline.admin.web.PageUrl;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LiveStreamTests {

	private static final PageUrl ANYWHERE = new PageUrl("/live/page", Map.of("q", "x"));

	private final AtomicInteger reads = new AtomicInteger();

	private final LiveStream stream;

	LiveStreamTests() {
		FragmentRenderer renderer = mock();
		given(renderer.render(any(), any(), any(), any())).willReturn(Map.of("region", "<p>1</p>"));
		this.stream = new LiveStream(List.of(new CountedPage()), renderer, new TaskExecutorAdapter(Runnable::run));
	}

	@Test
	void howeverManyWatchAPageIsReadOnceATick() {
		for (int i = 0; i < 50; i++) {
			this.stream.watch("page", ANYWHERE.with("q", i), (i % 2 == 0) ? ZoneOffset.UTC : ZoneId.of("Asia/Tokyo"));
		}
		this.stream.tick();
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void aPageThatNobodyWatchesIsNotRead() {
		this.stream.tick();
		assertThat(this.reads).hasValue(0);
	}

	@Test
	void anUnknownPageIsNotThere() {
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> this.stream.watch("other", ANYWHERE, ZoneOffset.UTC));
	}

	private final class CountedPage implements LivePage {

		@Override
		public String name() {
			return "page";
		}

		@Override
		public String template() {
			return "page/regions";
		}

		@Override
		public List<String> regions() {
			return List.of("region");
		}

		@Override
		public Map<String, Object> read(String variant) {
			LiveStreamTests.this.reads.incrementAndGet();
			return Map.of();
		}

	}

}
