package io.commitpipeline.admin;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.commitpipeline.local.postgres.LocalPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pretends to send the replay at hand, 500 commits a second.
 */
public final class DemoProducer implements AutoCloseable {

	private static final String STEP = """
			with sent as (
				update runs set next_row = least(total_rows, next_row + 50) from replays p
				where p.id = replay_id and p.command = 'start' and finished_at is null returning runs.id
			), moved as (
				update progress set sequence_number = sequence_number + 50, updated_at = now()
				where exists (select 1 from sent) and path = 'hot' and partition_id = 0
			), taken as (
				update partition_status set hub_sequence_number = hub_sequence_number + 50
				where exists (select 1 from sent) and partition_id = 0
			)
			update event_outcomes set counted = counted + 50 where exists (select 1 from sent) and partition_id = 0
			""";

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

	public DemoProducer(LocalPostgres postgres) {
		JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
		this.executor.scheduleAtFixedRate(() -> jdbc.sql(STEP).update(), 0, 100, TimeUnit.MILLISECONDS);
		this.executor.scheduleAtFixedRate(() -> jdbc
			.sql("""
					update replays set state = case command when 'start' then 'running' when 'pause' then 'paused' else 'stopped' end
					where state in ('running', 'paused')
					""")
			.update(), 0, 500, TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
