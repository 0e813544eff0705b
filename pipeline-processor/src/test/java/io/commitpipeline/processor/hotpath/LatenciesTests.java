package io.commitpipeline.processor.hotpath;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.events.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private final Latencies latencies = new Latencies(Clock.fixed(NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "-5, 0", "0, 0", "10, 0", "11, 1", "14, 1", "15, 2", "20, 2", "21, 3", "10240, 20", "99999999, 35" })
	void aBucketEndsAtTenMillisecondsTimesAPowerOfTheRootOfTwo(long millis, int bucket) {
		assertThat(Latencies.bucket(Duration.ofMillis(millis))).isEqualTo(bucket);
	}

	@Test
	void whatIsTakenIsCountedOnceAndWhatIsPutBackAgain() {
		this.latencies.counted(3, List.of(event(5), event(20), event(20)));
		Map<Integer, long[]> drained = this.latencies.drain();
		assertThat(drained).containsOnlyKeys(3);
		assertThat(Arrays.copyOf(drained.get(3), 3)).containsExactly(1, 0, 2);
		assertThat(this.latencies.drain()).isEmpty();
		this.latencies.putBack(drained);
		assertThat(this.latencies.drain().get(3)).containsExactly(drained.get(3));
	}

	private static ReceivedEvent event(long ageMillis) {
		return new ReceivedEvent(1, "1", NOW.minusMillis(ageMillis), null, Map.of(), new byte[0]);
	}

}
