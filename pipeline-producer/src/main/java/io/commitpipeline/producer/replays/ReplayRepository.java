package io.commitpipeline.producer.replays;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
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
	 * Takes the replay at work if its owner is dead, else, if none is at work, the oldest
	 * one that wants something: to be sent, or to come to its hold or its end.
	 */
	Optional<Replay> claim(String owner, Duration lease) {
		return this.jdbc.sql("""
				update replays set owner = :owner, lease_until = now() + :millis * interval '1 millisecond',
					updated_at = now()
				where id = (
					select p.id from replays p
					left join lateral (
						select jump_id, rows_before + next_row as rows from runs where replay_id = p.id
						order by started_at desc limit 1
					) r on true
					where p.state in ('pending', 'running', 'paused')
						and (p.state <> 'paused' or p.command <> 'pause' or p.jump_id is distinct from r.jump_id
							or p.step_to > coalesce(r.rows, 0))
						and (p.owner is null or p.owner = :owner or p.lease_until < now())
						and not exists (select 1 from replays o where o.state = 'running' and o.id <> p.id)
					order by p.state = 'running' desc, p.created_at, p.id limit 1 for update of p skip locked)
				returning %s""".formatted(ReplayRows.REPLAY))
			.param("owner", owner)
			.param("millis", lease.toMillis())
			.query(ReplayRows::replay)
			.optional();
	}

	/** The heartbeat; empty if another owner has taken over. */
	Optional<Control> renew(UUID replay, String owner, Duration lease) {
		return this.jdbc.sql("""
				update replays set lease_until = now() + :millis * interval '1 millisecond'
				where id = :id and owner = :owner
				returning %s""".formatted(ReplayRows.CONTROL))
			.param("id", replay)
			.param("owner", owner)
			.param("millis", lease.toMillis())
			.query(ReplayRows::control)
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

	/**
	 * Puts it to work, as the only one.
	 * @throws LeaseLostException if another one is at work or its owner is another
	 */
	void running(UUID replay, String owner) {
		try {
			requireOne(replay, this.jdbc.sql("""
					update replays set state = 'running', failure = null, updated_at = now()
					where id = :id and owner = :owner""").param("id", replay).param("owner", owner).update());
		}
		catch (DuplicateKeyException ex) {
			throw new LeaseLostException(replay, ex);
		}
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

}
