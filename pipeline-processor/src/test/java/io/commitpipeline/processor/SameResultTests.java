package io.commitpipeline.processor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.coldpath.EventArchiver;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.Message;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

/**
 * However events are spread over partitions, cut into batches, delivered again and
 * interrupted, the tables and the archive hold the same in the end.
 */
@SpringBootTest(classes = SameResultTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.archive.roll-age=1h", "pipeline.archive.roll-size=20KB", "pipeline.counting.batch=8" })
@LocalAzureTest
class SameResultTests implements PlannedDelivery.Receiver {

	private static final int EVENTS = 1_300;

	private static Path archive;

	@Autowired
	private Map<String, Consumer<Message<List<byte[]>>>> paths;

	@Autowired
	private EventArchiver archiver;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private JdbcTemplate jdbc;

	@MockitoBean
	private Hub hub;

	@MockitoBean
	private CheckpointCopies checkpoints;

	private final List<PartitionContext> contexts = new ArrayList<>();

	private int incarnation;

	private int partitions;

	@BeforeAll
	static void archive(LocalDataLake lake) {
		archive = lake.directory().resolve("archive");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void partitionsBatchesAndRestartsLeaveNoTrace(long seed) throws IOException {
		List<ReceivedEvent> events = events(seed);
		Holdings plain = holdings(PlannedDelivery.plain(events));
		assertThat(plain.archived()).hasSize(EVENTS);
		assertThat(plain.tables().values()).noneMatch(List::isEmpty);
		PlannedDelivery planned = PlannedDelivery.of(seed, events);
		assertThat(holdings(planned)).as(planned.toString()).isEqualTo(plain);
	}

	private Holdings holdings(PlannedDelivery delivery) throws IOException {
		FileSystemUtils.deleteRecursively(archive.resolve("commits"));
		TestDatabaseContents.clear(this.jdbc);
		this.incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
		this.partitions = delivery.partitions();
		given(this.hub.partition(anyInt())).willAnswer((call) -> new PartitionState(call.getArgument(0), 0, EVENTS));
		delivery.to(this);
		this.owned.all()
			.stream()
			.filter((partition) -> partition.key().group() == ConsumerGroup.COLD)
			.forEach(this.archiver::flush);
		return Holdings.of(this.jdbc, new ArchiveContents(archive));
	}

	@Override
	public void start() {
		this.contexts.forEach(this.owned::lose);
		this.contexts.clear();
		for (ConsumerGroup path : ConsumerGroup.values()) {
			this.owned.startAt(path, new StartingPoint(this.incarnation, Instant.EPOCH, Map.of()));
			for (int partition = 0; partition < this.partitions; partition++) {
				PartitionContext context = new PartitionContext("namespace", "commits", path.id(),
						Integer.toString(partition));
				this.contexts.add(context);
				this.owned.take(context);
			}
		}
	}

	@Override
	public ToLongFunction<Integer> progress(ConsumerGroup path) {
		return (partition) -> this.jdbc.queryForObject("""
				select coalesce(max(sequence_number), -1) from progress
				where path = ? and partition_id = ? and incarnation = ?""", Long.class, path.id(), partition,
				this.incarnation);
	}

	@Override
	public void take(ConsumerGroup path, int partition, List<ReceivedEvent> events) {
		this.paths.get(path.id() + "Path").accept(TestMessages.batch(partition, events));
	}

	/** Good rows, rows sent again, rows out of order, strangers and broken ones. */
	private static List<ReceivedEvent> events(long seed) {
		Random random = new Random(seed);
		List<ReceivedEvent> events = new ArrayList<>();
		for (int i = 0; i < EVENTS; i++) {
			long row = Math.max(0, i - random.nextInt(200));
			String body = TestEvents.json(row);
			Map<String, Object> identity = TestEvents.properties(TestEvents.RUN, row);
			events.add(switch (random.nextInt(20)) {
				case 0 -> event(i, row, identity, "{\"author\":" + row);
				case 1 -> event(i, row, Map.of(), body);
				case 2 -> event(i, row, Map.of("replay-row", "x"), body);
				case 3 -> event(i, row, TestEvents.properties(new UUID(seed, 1), row), body);
				default -> event(i, row, identity, body);
			});
		}
		return events;
	}

	/** A row always has the same key. */
	private static ReceivedEvent event(int number, long row, Map<String, Object> properties, String body) {
		ReceivedEvent event = TestEvents.event(number, properties, body);
		return new ReceivedEvent(number, event.offset(), event.enqueuedAt(), "key-" + row % 20, properties,
				event.body());
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@ConfigurationPropertiesScan({ "io.commitpipeline.processor.hotpath", "io.commitpipeline.processor.coldpath" })
	@ComponentScan(basePackages = { "io.commitpipeline.processor.hotpath", "io.commitpipeline.processor.coldpath",
			"io.commitpipeline.processor.progress", "io.commitpipeline.processor.quarantine",
			"io.commitpipeline.processor.ownership", "io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
