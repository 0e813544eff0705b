package io.commitpipeline.processor.lag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubProperties;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.retry.Shutdown;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@SpringBootTest(classes = LagTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = "pipeline.hub.retention=1h")
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class LagTests {

	private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

	@Autowired
	private Lag lag;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private MeterRegistry meters;

	@MockitoBean
	private Hub hub;

	@MockitoBean
	private Clock clock;

	private Instant now = CREATED.plus(Duration.ofDays(1));

	@BeforeEach
	void tellTheTime() {
		given(this.clock.instant()).willAnswer((call) -> this.now);
	}

	@Test
	void whatWaitsIsAsOldAsTheLastEventDealtWithBefore() {
		take(new Position(41, this.now.minusSeconds(90)));
		hubHas(0, 51);
		assertThat(measured("pipeline.lag")).isEqualTo(10);
		assertThat(measured("pipeline.lag.age")).isEqualTo(90);
		assertThat(measured("pipeline.retention.remaining")).isEqualTo(3_510);
		assertThat(measured("pipeline.hub.incarnation")).isEqualTo(7);
	}

	@Test
	void whatComesAfterALongSilenceIsNotAsOldAsTheSilence() {
		take(new Position(41, this.now.minus(Duration.ofHours(5))));
		hubHas(0, 41);
		assertThat(measured("pipeline.lag.age")).isZero();
		assertThat(measured("pipeline.retention.remaining")).isEqualTo(3_600);
		this.now = this.now.plusSeconds(5);
		hubHas(0, 42);
		assertThat(measured("pipeline.lag.age")).isEqualTo(5);
	}

	@Test
	void withoutProgressWhatTheHubStillHasWaits() {
		take(Position.NOWHERE);
		hubHas(30, 39);
		assertThat(measured("pipeline.lag")).isEqualTo(10);
		assertThat(measured("pipeline.lag.age")).isEqualTo(3_600);
	}

	@Test
	void whatIsDealtWithMeanwhileDoesNotNeedTheDatabase() {
		OwnedPartition partition = take(Position.NOWHERE);
		hubHas(0, 9);
		partition.committed(new Position(9, this.now));
		assertThat(measured("pipeline.lag")).isZero();
	}

	private OwnedPartition take(Position position) {
		this.owned.startAt(ConsumerGroup.HOT, new StartingPoint(7, CREATED, Map.of(3, position)));
		return this.owned.take(new PartitionContext("namespace", "commits", "hot", "3"));
	}

	private void hubHas(long begin, long last) {
		given(this.hub.state())
			.willReturn(new HubState("commits", CREATED, List.of(new PartitionState(3, begin, last))));
	}

	private double measured(String name) {
		this.lag.measure();
		return this.meters.get(name).tags("path", "hot", "partition", "3").gauge().value();
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(Shutdown.class)
	@EnableConfigurationProperties(HubProperties.class)
	@ComponentScan(basePackages = { "io.commitpipeline.processor.lag", "io.commitpipeline.processor.ownership" })
	static class Slice {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
