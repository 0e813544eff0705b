package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.ArchiveContents;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.util.FileSystemUtils;

import static org.mockito.BDDMockito.given;

/**
 * An archiver over a real lake and a real database, with a clock that tests turn.
 */
@SpringBootTest(classes = ArchiverSlice.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.archive.roll-age=1m", "pipeline.archive.roll-size=20KB",
				"pipeline.lake.response-timeout=1s" })
@LocalAzureTest
abstract class ArchiverSlice {

	protected static LocalDataLake localLake;

	protected static Path directory;

	@Autowired
	protected EventArchiver archiver;

	@Autowired
	protected Manifest manifest;

	@Autowired
	protected Lake lake;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	protected JdbcTemplate jdbc;

	@MockitoBean
	protected Hub hub;

	@MockitoBean
	protected CheckpointCopies checkpoints;

	@MockitoBean
	private Clock clock;

	protected OwnedPartition partition;

	protected int incarnation;

	protected Instant now = TestEvents.START;

	@BeforeAll
	static void lake(LocalDataLake lake) {
		localLake = lake;
		directory = lake.directory();
	}

	@BeforeEach
	void emptyDatabaseAndLake() throws IOException {
		for (String folder : new String[] { "commits", "tmp", "aside" }) {
			FileSystemUtils.deleteRecursively(directory.resolve("archive").resolve(folder));
		}
		TestDatabaseContents.clear(this.jdbc);
		nextIncarnation();
	}

	protected void nextIncarnation() {
		this.incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
		this.owned.startAt(ConsumerGroup.COLD, new StartingPoint(this.incarnation, Instant.EPOCH, Map.of()));
		this.partition = take();
		given(this.clock.instant()).willAnswer((call) -> this.now);
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 0, 1_000_000));
	}

	protected OwnedPartition take() {
		return this.owned.take(new PartitionContext("namespace", "commits", "cold", "3"));
	}

	protected Map<String, Long> files() {
		return ArchiveContents.rowsByFile(archived());
	}

	protected List<ArchiveContents.Row> archived() {
		return new ArchiveContents(directory.resolve("archive")).rows()
			.stream()
			.filter((row) -> row.file().contains("/" + this.incarnation + "-"))
			.toList();
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@EnableConfigurationProperties({ LakeProperties.class, ArchiveProperties.class })
	@ComponentScan(basePackages = { "io.commitpipeline.processor.coldpath", "io.commitpipeline.processor.progress",
			"io.commitpipeline.processor.ownership", "io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
