package io.commitpipeline.producer.replays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.producer.ordering.RowOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Replays in the database. Leases run by the database's clock, so owners need not agree
 * on the time.
 */
@Repository
class ReplayRepository {

	private final JdbcClient jdbc;

	ReplayRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the oldest replay that wants something and has no living owner: one to start,
	 * or one to stop that has not come to its hold.
	 */
	Optional<Replay> claim(String owner, Duration lease) {
		return this.jdbc
			.sql("""
					update replays set owner = :owner, lease_until = now() + :millis * interval '1 millisecond',
						updated_at = now()
					where id = (
						select id from replays
						where state not in ('completed', 'failed') and (command = 'start' or state in ('pending', 'running'))
							and (owner is null or owner = :owner or lease_until < now())
						order by created_at, id limit 1 for update skip locked)
					returning id, source, row_order, command, rate""")
			.param("owner", owner)
			.param("millis", lease.toMillis())
			.query((row, number) -> new Replay(row.getObject("id", UUID.class), row.getString("source"),
					RowOrder.valueOf(row.getString("row_order").toUpperCase(Locale.ROOT)), control(row)))
			.optional();
	}

	/** The heartbeat; empty if another owner has taken over. */
	Optional<Control> renew(UUID replay, String owner, Duration lease) {
		return this.jdbc.sql("""
				update replays set lease_until = now() + :millis * interval '1 millisecond'
				where id = :id and owner = :owner
				returning command, rate""")
			.param("id", replay)
			.param("owner", owner)
			.param("millis", lease.toMillis())
			.query((row, number) -> control(row))
			.optional();
	}

	/**
	 * Makes sure, to the end of the transaction, that nobody takes the replay over.
	 * @throws LeaseLostException if somebody has
	 */
	void fence(UUID replay, String owner) {
		this.jdbc.sql("select id from replays where id = :id and owner = :owner for share")
			.param("id", replay)
			.param("owner", owner)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new LeaseLostException(replay));
	}

	void running(UUID replay, String owner) {
		requireOne(replay, this.jdbc.sql("""
				update replays set state = 'running', failure = null, updated_at = now()
				where id = :id and owner = :owner""").param("id", replay).param("owner", owner).update());
	}

	/** Gives the lease up in this state. */
	void leave(UUID replay, String owner, ReplayState state, String failure) {
		requireOne(replay,
				this.jdbc.sql("""
						update replays set state = :state, failure = :failure, owner = null, lease_until = null,
							updated_at = now()
						where id = :id and owner = :owner""")
					.param("id", replay)
					.param("owner", owner)
					.param("state", state.stored())
					.param("failure", failure)
					.update());
	}

	/** Gives up whatever this owner holds, as it stands. */
	void abandon(String owner) {
		this.jdbc.sql("update replays set owner = null, lease_until = null where owner = :owner")
			.param("owner", owner)
			.update();
	}

	private static void requireOne(UUID replay, int updated) {
		if (updated != 1) {
			throw new LeaseLostException(replay);
		}
	}

	private static Control control(ResultSet row) throws SQLException {
		return new Control("stop".equals(row.getString("command")), row.getObject("rate", Integer.class));
	}

}
