package io.commitpipeline.processor.status;

import java.time.Duration;
import java.time.Instant;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.processor.lag.Backlog;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.status.StatusRows.Blocked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@LocalAzureTest
class StatusRowsTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

	private JdbcClient jdbc;

	private StatusRows rows;

	@BeforeEach
	void emptyTables(LocalPostgres postgres) {
		this.jdbc = JdbcClient.create(postgres.dataSource());
		this.jdbc.sql("truncate partition_status, path_minutes").update();
		this.rows = new StatusRows(this.jdbc);
	}

	@Test
	void thePresentReplacesWhatWasAndTheMinuteKeepsTheWorst() {
		this.rows.present(backlog(900), "one", new Blocked(NOON, "waits for PostgreSQL: away"), true);
		assertThat(text("select stuck || '|' || blocked_by from partition_status"))
			.isEqualTo("true|waits for PostgreSQL: away");
		this.rows.present(backlog(10), "two", null, false);
		this.rows.minute(backlog(900), new long[] { 1, 2, 3 }, NOON);
		this.rows.minute(backlog(10), new long[] { 10, 0, 1, 4 }, NOON.plusSeconds(20));
		assertThat(text(
				"select owner || '|' || lag_events || '|' || coalesce(blocked_by, '-') || '|' || stuck from partition_status"))
			.isEqualTo("two|10|-|false");
		assertThat(text("select lag_events || '|' || lag_millis || '|' || latencies::text from path_minutes"))
			.isEqualTo("900|5000|{11,2,4,4}");
	}

	@Test
	void oldMinutesAreForgottenInSmallSteps() {
		for (int minute = 0; minute < 5; minute++) {
			this.rows.minute(backlog(0), new long[0], NOON.plus(Duration.ofMinutes(minute)));
		}
		assertThat(this.rows.forget(NOON.plusSeconds(210), 3)).isEqualTo(3);
		assertThat(this.rows.forget(NOON.plusSeconds(210), 3)).isOne();
		assertThat(text("select string_agg(to_char(minute at time zone 'utc', 'HH24:MI'), ' ') from path_minutes"))
			.isEqualTo("12:04");
	}

	private static Backlog backlog(long events) {
		OwnedPartition partition = mock();
		given(partition.key()).willReturn(new ProgressKey(ConsumerGroup.HOT, 3, 1));
		return new Backlog(partition, 1_000, events, Duration.ofSeconds(5), Duration.ofHours(1));
	}

	private String text(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

}
