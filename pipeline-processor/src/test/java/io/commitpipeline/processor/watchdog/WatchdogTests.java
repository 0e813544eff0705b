package io.commitpipeline.processor.watchdog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.coldpath.ArchiveProperties;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

@SpringBootTest(classes = WatchdogTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.archive.roll-age=5m", "pipeline.watchdog.patience=60s" })
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class WatchdogTests {

	private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

	@Autowired
	private Watchdog watchdog;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private InPlaceRetry retry;

	@Autowired
	private StuckHealthIndicator health;

	@Autowired
	private ApplicationAvailability availability;

	@Autowired
	private MeterRegistry meters;

	@MockitoBean
	private Hub hub;

	@MockitoBean
	private PathRestart paths;

	@MockitoBean
	private ProgressRows progress;

	@Autowired
	private RewoundProgress rewound;

	@MockitoBean
	private Clock clock;

	private Instant now = CREATED.plusSeconds(3_600);

	@BeforeEach
	void hubHasTenEvents() {
		given(this.clock.instant()).willAnswer((call) -> this.now);
		hubHas(CREATED, 9);
	}

	@Test
	void eventsThatWaitForAMinuteRestartTheirPathOnly() {
		take("hot", Map.of());
		take("cold", Map.of()).took(9);
		look(0);
		look(59);
		then(this.paths).should(never()).restart(ConsumerGroup.HOT);
		look(1);
		look(30);
		then(this.paths).should(times(1)).restart(ConsumerGroup.HOT);
		then(this.paths).should(never()).restart(ConsumerGroup.COLD);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void aPartitionThatTakesEventsNowAndThenIsLeftAlone() {
		OwnedPartition partition = take("hot", Map.of());
		look(0);
		for (int i = 0; i < 9; i++) {
			partition.took(i);
			partition.committed(new Position(i, this.now));
			look(59);
		}
		then(this.paths).shouldHaveNoInteractions();
	}

	@Test
	void aPartitionThatIsCountedAgainFromEarlierOnMoves() {
		hubHas(CREATED, 10_000);
		take("hot", Map.of(3, new Position(5_000, CREATED)));
		look(0);
		OwnedPartition again = take("hot", Map.of());
		for (int i = 0; i < 9; i++) {
			again.took(i + 1);
			again.committed(new Position(i, this.now));
			look(30);
		}
		then(this.paths).shouldHaveNoInteractions();
	}

	@Test
	void aPartitionWithoutWaitingEventsMayStandStill() {
		take("hot", Map.of(3, new Position(9, CREATED)));
		look(0);
		look(600);
		then(this.paths).shouldHaveNoInteractions();
	}

	@Test
	void whatRestartsDoNotHelpIsStuckAndAtLastLivenessFails() {
		take("hot", Map.of());
		look(0);
		look(60);
		take("hot", Map.of());
		look(60);
		then(this.paths).should(times(2)).restart(ConsumerGroup.HOT);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(this.health.health().getDetails()).containsOnlyKeys("partition 3 of path 'hot'");
		assertThat(stuck("hot")).isEqualTo(1);
		assertThat(this.availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
		look(60);
		then(this.paths).should(times(2)).restart(ConsumerGroup.HOT);
		assertThat(this.availability.getLivenessState()).isEqualTo(LivenessState.BROKEN);
	}

	@Test
	void whatMovesAgainIsNotStuckAnyMore() {
		OwnedPartition partition = take("hot", Map.of());
		look(0);
		look(60);
		look(60);
		look(60);
		partition.took(0);
		look(1);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(stuck("hot")).isZero();
		assertThat(this.availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
	}

	@Test
	void eventsTakenButNotArchivedInTimeRestartTheColdPathUntilOneIs() {
		take("cold", Map.of()).took(9);
		look(0);
		look(359);
		then(this.paths).shouldHaveNoInteractions();
		look(1);
		then(this.paths).should(times(1)).restart(ConsumerGroup.COLD);
		take("cold", Map.of());
		look(1);
		take("cold", Map.of()).took(9);
		look(1);
		look(360);
		assertThat(stuck("cold")).isEqualTo(1);
	}

	@Test
	void aPartitionThatWaitsForPostgresIsNeverRestarted() throws InterruptedException {
		OwnedPartition partition = take("hot", Map.of());
		CountDownLatch failed = new CountDownLatch(2);
		CountDownLatch back = new CountDownLatch(1);
		CompletableFuture<Void> waiting = CompletableFuture
			.runAsync(() -> this.retry.run(new Work("Counting", partition.key(), "count", Dependency.DATABASE), () -> {
				failed.countDown();
				if (back.getCount() > 0) {
					throw new IllegalStateException("away");
				}
			}));
		failed.await();
		for (int i = 0; i < 10; i++) {
			look(60);
		}
		then(this.paths).shouldHaveNoInteractions();
		assertThat(this.meters.get("pipeline.partitions.blocked").tag("path", "hot").gauge().value()).isEqualTo(1);
		back.countDown();
		waiting.join();
		look(59);
		then(this.paths).shouldHaveNoInteractions();
		look(1);
		then(this.paths).should().restart(ConsumerGroup.HOT);
	}

	@Test
	void whileTheHubDoesNotAnswerNothingIsRestarted() {
		take("hot", Map.of());
		look(0);
		given(this.hub.state()).willThrow(new IllegalStateException("away"));
		look(48);
		look(7);
		hubHas(CREATED, 9);
		look(15);
		then(this.paths).shouldHaveNoInteractions();
	}

	@Test
	void oneQuestionThatIsLostDoesNotStopTheClock() {
		take("hot", Map.of());
		look(0);
		given(this.hub.state()).willThrow(new IllegalStateException("lost"));
		look(53);
		hubHas(CREATED, 9);
		look(7);
		then(this.paths).should(times(1)).restart(ConsumerGroup.HOT);
	}

	@Test
	void aHubThatWasCreatedAgainRestartsBothPathsAtOnceAndOnce() {
		take("hot", Map.of(3, new Position(9, CREATED)));
		take("cold", Map.of(3, new Position(9, CREATED)));
		look(0);
		hubHas(CREATED.plusSeconds(1), 20);
		look(2);
		look(2);
		then(this.paths).should(times(1)).restart(ConsumerGroup.HOT);
		then(this.paths).should(times(1)).restart(ConsumerGroup.COLD);
	}

	@Test
	void progressThatIsSetBackUnderItsOwnerRestartsThePathAtOnce() {
		take("hot", Map.of(3, new Position(5, CREATED))).committed(new Position(9, CREATED));
		take("cold", Map.of(3, new Position(5, CREATED))).committed(new Position(9, CREATED));
		given(this.progress.positions(ConsumerGroup.HOT, 1)).willReturn(Map.of(3, new Position(9, CREATED)));
		given(this.progress.positions(ConsumerGroup.COLD, 1)).willReturn(Map.of(3, new Position(9, CREATED)));
		this.rewound.look();
		given(this.progress.positions(ConsumerGroup.HOT, 1)).willReturn(Map.of(3, new Position(8, CREATED)));
		this.rewound.look();
		then(this.paths).should(times(1)).restart(ConsumerGroup.HOT);
	}

	private OwnedPartition take(String path, Map<Integer, Position> positions) {
		this.owned.startAt(ConsumerGroup.of(path), new StartingPoint(1, CREATED, positions));
		return this.owned.take(new PartitionContext("namespace", "commits", path, "3"));
	}

	private void look(int seconds) {
		this.now = this.now.plus(Duration.ofSeconds(seconds));
		this.watchdog.look();
	}

	private void hubHas(Instant createdAt, long last) {
		willReturn(new HubState("commits", createdAt, List.of(new PartitionState(3, 0, last)))).given(this.hub).state();
	}

	private double stuck(String path) {
		return this.meters.get("pipeline.partitions.stuck").tag("path", path).gauge().value();
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@ImportAutoConfiguration(ApplicationAvailabilityAutoConfiguration.class)
	@EnableConfigurationProperties({ WatchdogProperties.class, ArchiveProperties.class })
	@ComponentScan(basePackages = { "io.commitpipeline.processor.watchdog", "io.commitpipeline.processor.ownership",
			"io.commitpipeline.processor.retry" })
	static class Slice {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
