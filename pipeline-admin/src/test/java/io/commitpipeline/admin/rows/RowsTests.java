package io.commitpipeline.admin.rows;

import java.time.Instant;
import java.util.UUID;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LocalAzureTest(schema = false)
class RowsTests {

	private JdbcClient jdbc;

	@BeforeEach
	void connect(LocalPostgres postgres) {
		this.jdbc = JdbcClient.create(postgres.dataSource());
	}

	@Test
	void eachColumnFindsItsComponentWhateverTheOrder() {
		UUID id = UUID.fromString("20000000-0000-0000-0000-000000000001");
		assertThat(this.jdbc.sql("""
				select 1.5::numeric as mean_entropy, true as open, 7::bigint as total_rows, 'a' as name,
					'2026-11-24 23:59:01.5+00'::timestamptz as written_at, '%s'::uuid as run_id, 3 as place
				""".formatted(id)).query(Rows.of(Row.class)).list())
			.containsExactly(new Row(id, Instant.parse("2026-11-24T23:59:01.5Z"), "a", 7L, 3, 1.5, true));
	}

	@Test
	void whatIsNotKnownIsNull() {
		assertThat(this.jdbc.sql("""
				select 1 as mean_entropy, false as open, null::bigint as total_rows, null::text as name,
					null::timestamptz as written_at, null::uuid as run_id, 0 as place
				""").query(Rows.of(Row.class)).single()).isEqualTo(new Row(null, null, null, null, 0, 1, false));
	}

	@Test
	void aColumnThatIsMissingIsNamed() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("select 'a' as name").query(Rows.of(Row.class)).list())
			.withStackTraceContaining("run_id");
	}

	private record Row(UUID runId, Instant writtenAt, String name, Long totalRows, int place, double meanEntropy,
			boolean open) {
	}

}
