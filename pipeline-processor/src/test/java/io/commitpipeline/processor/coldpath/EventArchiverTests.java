package io.commitpipeline.processor.coldpath;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.commitpipeline.local.datalake.faults.LakeOperation;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.processor.ArchiveContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hub.PartitionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

class EventArchiverTests extends ArchiverSlice {

	@Test
	void everyEventIsArchivedAsItCame() {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 9));
		events.add(TestEvents.event(10, Map.of("x", 7, "\0", "ä\ud800"), new byte[] { '{', (byte) 0xff, 0 }));
		events.add(TestEvents.event(11, Map.of(), new byte[0]));
		events.add(TestEvents.event(12, Map.of(), TestEvents.json(1).replace("mend", "\\ud800")));
		this.archiver.take(this.partition, events);
		this.archiver.flush(this.partition);
		List<ArchiveContents.Row> rows = archived();
		assertThat(rows).extracting(ArchiveContents.Row::body)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::body).toList());
		assertThat(rows).extracting(ArchiveContents.Row::sequenceNumber)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::sequenceNumber).toList());
		assertThat(rows).extracting(ArchiveContents.Row::enqueuedAt)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::enqueuedAt).toList());
		assertThat(rows.get(3).properties()).contains("\"replay-row\":\"3\"");
		assertThat(rows.get(3).offset()).isEqualTo("offset:3");
		assertThat(rows.get(3).partitionKey()).isEqualTo("key");
		assertThat(rows.get(3).partitionId()).isEqualTo(3);
	}

	@Test
	void theFieldsOfACommitAreColumnsAndThoseOfNoCommitAreNull() {
		this.archiver.take(this.partition,
				List.of(TestEvents.event(0, Map.of(), TestEvents.json("ann", 61, "/a/b/c", 3, 4, 0.5674, 17)),
						TestEvents.event(1, Map.of(), "{}")));
		this.archiver.flush(this.partition);
		ArchiveContents.Row commit = archived().get(0);
		assertThat(commit.commitId()).isEqualTo("c_0000017");
		assertThat(commit.author()).isEqualTo("ann");
		assertThat(commit.time()).isEqualTo(61);
		assertThat(commit.filePath()).isEqualTo("/a/b/c");
		assertThat(commit.linesAdded()).isEqualTo(3);
		assertThat(commit.linesDeleted()).isEqualTo(4);
		assertThat(commit.entropy()).isEqualTo(new BigDecimal("0.5674"));
		assertThat(commit.message()).isEqualTo("test the \"thing\" – №17");
		assertThat(commit.ingestTimestamp()).isEqualTo(1764000000.017);
		ArchiveContents.Row none = archived().get(1);
		assertThat(none.commitId()).isNull();
		assertThat(none.time()).isNull();
		assertThat(none.entropy()).isNull();
	}

	@Test
	void aFileNeverSpansTwoHours() {
		// The events' hour changes with number 1200.
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 1_190, 1_209));
		this.archiver.take(this.partition, TestEvents.rows(1_190, 1_209));
		this.archiver.flush(this.partition);
		assertThat(files().keySet()).containsExactly(
				"commits/date=2026-03-01/hour=10/partition=3/%d-00000000000000001190.parquet"
					.formatted(this.incarnation),
				"commits/date=2026-03-01/hour=11/partition=3/%d-00000000000000001200.parquet"
					.formatted(this.incarnation));
	}

	@Test
	void aFileIsArchivedWhenItIsOldAlsoWhenNothingComes() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		this.now = this.now.plus(Duration.ofSeconds(59));
		this.archiver.take(this.partition, List.of());
		assertThat(archived()).isEmpty();
		this.now = this.now.plus(Duration.ofSeconds(1));
		this.archiver.take(this.partition, List.of());
		assertThat(archived()).hasSize(10);
	}

	@Test
	void aFileIsArchivedWhenItIsLarge() {
		Random random = new Random(1);
		List<ReceivedEvent> events = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			byte[] body = new byte[9_000];
			random.nextBytes(body);
			events.add(TestEvents.event(i, Map.of(), body));
		}
		this.archiver.take(this.partition, events);
		assertThat(files()).hasSizeGreaterThanOrEqualTo(2);
	}

	@Test
	void theManifestKnowsEachFile() {
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 5, 14));
		this.archiver.take(this.partition, TestEvents.rows(5, 14));
		then(this.checkpoints).should(never()).put(any());
		this.archiver.flush(this.partition);
		Map<String, Object> file = this.jdbc.queryForMap("select * from archive_files");
		assertThat(file).containsEntry("first_sequence_number", 5L)
			.containsEntry("last_sequence_number", 14L)
			.containsEntry("event_count", 10L)
			.containsEntry("state", "done")
			.containsEntry("name", files().keySet().iterator().next());
		Path path = directory.resolve("archive").resolve((String) file.get("name"));
		assertThat(path).hasSize((long) file.get("bytes"));
		assertThat(path).hasDigest("SHA-256", (String) file.get("sha256"));
		assertThat(this.jdbc.queryForObject("select sequence_number from progress where path = 'cold'", Long.class))
			.isEqualTo(14);
		then(this.checkpoints).should().put(any());
	}

	@ParameterizedTest
	@EnumSource(names = { "CREATE", "APPEND", "FLUSH", "RENAME" })
	@Timeout(20)
	void aLakeThatDoesNotAnswerIsAskedAgain(LakeOperation operation) {
		Fault silence = localLake.faults().on(operation).path("archive/**").times(1).hangAfterEffect();
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		this.archiver.flush(this.partition);
		assertThat(archived()).hasSize(10);
		assertThat(silence.strikes()).isEqualTo(1);
	}

}
