package io.commitpipeline.local.verify.deep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.local.verify.ArchiveFolder;
import io.commitpipeline.local.verify.CompletenessViews;
import io.commitpipeline.local.verify.Figures;
import io.commitpipeline.local.verify.Verdict;
import io.commitpipeline.local.verify.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@LocalAzureTest
class DeepVerificationTests {

	private static LocalPostgres postgres;

	@TempDir
	private Path directory;

	private ArchiveFixture fixture;

	@BeforeAll
	static void database(LocalPostgres database) {
		postgres = database;
	}

	@BeforeEach
	void createFixture() throws Exception {
		this.fixture = new ArchiveFixture(postgres.dataSource(), this.directory);
		this.fixture.create();
	}

	@Test
	void nothingDiffersWhereDatabaseAndArchiveAgree() throws Exception {
		assertThat(shallow()).isEqualTo(new Verdict(new Figures(2, 0, 3, 1, 1, 1, 3, 1, true, 0), List.of()));
		assertThat(deep()).isEmpty();
	}

	@Test
	void theFiguresAreOneLineOfJson() throws Exception {
		assertThat(shallow().figures().withSeconds(1.23456).json()).isEqualTo(
				"{\"sent\":2,\"rejected\":0,\"received\":3,\"counted\":1,\"duplicates\":1,\"quarantined\":1,\"archived\":3,"
						+ "\"files\":1,\"complete\":true,\"seconds\":1.235}");
	}

	@Test
	void aRowThatIsMissingIsNamedWithItsRun() throws Exception {
		this.fixture.execute("update runs set next_row = 3");
		assertThat(shallow().differences())
			.containsExactly("run " + ArchiveFixture.RUN + " of log.csv: sent 3, counted 1, quarantined 1, missing 1");
		assertThat(shallow().figures().complete()).isFalse();
	}

	@Test
	void aMetricTableThatLostACommitIsNamed() throws Exception {
		this.fixture.execute("delete from commits_by_author_entropy");
		assertThat(shallow().differences())
			.containsExactly("table commits_by_author_entropy holds 0 commits, 1 were counted");
	}

	@Test
	void anArchiveFileThatIsGoneIsNoticedByItsRows() throws Exception {
		Files.delete(this.fixture.file());
		assertThat(shallow().differences()).containsExactly("the archive's files hold 0 events, the manifest says 3");
		assertThat(deep()).singleElement().asString().endsWith(".parquet is missing");
	}

	@Test
	void aChangedByteInTheArchiveIsNoticed() throws Exception {
		byte[] bytes = Files.readAllBytes(this.fixture.file());
		bytes[10] ^= 1;
		Files.write(this.fixture.file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
		assertThat(deep()).singleElement().asString().endsWith("has another SHA-256 than the manifest says");
	}

	@Test
	void aFileThatTheManifestDoesNotKnowIsNoticed() throws Exception {
		Files.copy(this.fixture.file(), this.fixture.file().resolveSibling("stray.parquet"));
		assertThat(deep()).singleElement().asString().endsWith("stray.parquet is not in the manifest");
	}

	@Test
	void anAggregateThatTheArchiveDoesNotGiveIsShownWithBothValues() throws Exception {
		this.fixture.execute("update commits_by_author_hour set lines_added = 4");
		assertThat(shallow().differences()).isEmpty();
		assertThat(deep()).containsExactly("commits_by_author_hour (run " + ArchiveFixture.RUN
				+ ", partition 0, ann, 1): the database has [1, 4, 2, 5000, 25000000, 5000],"
				+ " the archive gives [1, 3, 2, 5000, 25000000, 5000]");
	}

	@Test
	void whatRetentionDeletedIsInItsTotals() throws Exception {
		this.fixture.execute(
				"""
						truncate commits_by_minute, commits_by_author_hour, commits_by_component_hour, commits_by_author_entropy,
							author_habits, quarantined_events;
						insert into deleted_totals select run_id, partition_id, metric, 1 from event_outcomes,
							unnest(array['commits_by_minute', 'commits_by_author_hour', 'commits_by_component_hour',
								'commits_by_author_entropy', 'quarantined_events']) metric""");
		assertThat(shallow()).isEqualTo(new Verdict(new Figures(2, 0, 3, 1, 1, 1, 3, 1, true, 0), List.of()));
		assertThat(deep()).isEmpty();
	}

	@Test
	void aRunThatIsFoldedAddsUp() throws Exception {
		foldTheRun();
		assertThat(shallow()).isEqualTo(new Verdict(new Figures(2, 0, 3, 1, 1, 1, 3, 1, true, 0), List.of()));
		assertThat(deep()).isEmpty();
		this.fixture.execute("update folded_outcomes set duplicates = 2, quarantined = 0");
		assertThat(deep()).containsExactly("event_outcomes (run ffffffff-ffff-ffff-ffff-ffffffffffff, partition 0, 1): "
				+ "the database has [1, 2, 0], the archive gives [1, 1, 1]");
	}

	private void foldTheRun() throws Exception {
		this.fixture.execute(
				"""
						truncate commits_by_minute, commits_by_author_hour, commits_by_component_hour, commits_by_author_entropy,
							author_habits, quarantined_events;
						insert into deleted_totals select 'ffffffff-ffff-ffff-ffff-ffffffffffff', partition_id, metric, 1
						from event_outcomes, unnest(array['commits_by_minute', 'commits_by_author_hour',
							'commits_by_component_hour', 'commits_by_author_entropy', 'quarantined_events']) metric;
						insert into folded_outcomes select partition_id, incarnation, counted, duplicates, quarantined from event_outcomes;
						insert into folded_runs select replay_id, 1, next_row, 0, 1, 1 from runs;
						truncate event_outcomes;
						update runs set folded = true""");
	}

	@Test
	void whatIsLostBesidesRetentionIsShown() throws Exception {
		this.fixture.execute("""
				truncate commits_by_minute;
				delete from quarantined_events;
				insert into deleted_totals select run_id, partition_id, 'commits_by_minute', 2 from event_outcomes""");
		assertThat(shallow().differences()).containsExactly("table commits_by_minute holds 2 commits, 1 were counted",
				"table quarantined_events holds 0 events, 1 were quarantined");
		assertThat(deep()).containsExactly("commits_by_minute (run " + ArchiveFixture.RUN
				+ ", partition 0): the database lacks 1 commits, retention deleted 2");
	}

	@Test
	void aHabitThatTheArchiveDoesNotGiveIsShown() throws Exception {
		this.fixture.execute("update author_habits set uses = 2 where kind = 'message'");
		assertThat(deep()).containsExactly("habits (run " + ArchiveFixture.RUN
				+ ", ann, message 'mend'): the database has [2], the archive gives [1]");
	}

	@Test
	void aDiscardedEventIsNotCountedWhateverItHolds() throws Exception {
		this.fixture.execute(
				"""
								insert into settlements (id, action, requested_by, comment, done_at, result)
									values (gen_random_uuid(), 'discard', 'ann', 'why', now(), 'done');
								insert into discarded_events select 0, 1, 0, id from settlements;
								update event_outcomes set counted = 0, quarantined = 2;
								insert into quarantined_events select partition_id, incarnation, 0, run_id, 0, enqueued_at, reason, properties, body
							from quarantined_events;
						truncate commits_by_minute, commits_by_author_hour, commits_by_component_hour, commits_by_author_entropy,
							author_habits""");
		assertThat(shallow().differences()).isEmpty();
		assertThat(deep()).isEmpty();
	}

	private Verdict shallow() throws Exception {
		return new Verification(new CompletenessViews(postgres.dataSource()), archive()).verify();
	}

	private List<String> deep() throws Exception {
		return new DeepVerification(postgres.dataSource(), archive()).differences();
	}

	private ArchiveFolder archive() {
		return new ArchiveFolder(this.directory);
	}

}
