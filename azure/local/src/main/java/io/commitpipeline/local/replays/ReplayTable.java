package io.commitpipeline.local.replays;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The table through which the producer is told what to do.
 */
public record ReplayTable(DataSource dataSource) {

	private static final String SELECT = """
			select p.id, p.source,
				case when p.command = 'stop' and p.state not in ('completed', 'stopped', 'failed') then 'stopping' else p.state end,
				p.failure, r.source_fingerprint, r.total_rows from replays p
			left join lateral (select source_fingerprint, total_rows from runs where replay_id = p.id order by started_at desc limit 1)
				r on true
			""";

	/**
	 * The latest replay of a source.
	 * @param source path in the lake
	 * @return empty if it was never replayed
	 * @throws SQLException if the database does not answer
	 */
	Optional<Replay> latestOf(String source) throws SQLException {
		return find(SELECT + "where p.source = ? order by p.created_at desc, p.id limit 1", source);
	}

	/**
	 * How a replay stands.
	 * @param id names it
	 * @return empty if there is none
	 * @throws SQLException if the database does not answer
	 */
	public Optional<Replay> get(UUID id) throws SQLException {
		return find(SELECT + "where p.id = ?", id);
	}

	UUID insert(String source, Rate rate) throws SQLException {
		UUID id = UUID.randomUUID();
		update("insert into replays (rate, id, source) values (?, ?, ?)", rate, id, source);
		return id;
	}

	/** Does nothing to a replay that somebody stops meanwhile. */
	void start(UUID id, Rate rate) throws SQLException {
		update("""
				update replays set rate = ?, speed_up = null, command = 'start', updated_at = now()
				where id = ? and replay_refusal(id, 'resume') is null""", rate, id);
	}

	private void update(String sql, Rate rate, Object... parameters) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setObject(1, rate.commitsPerSecond(), Types.INTEGER);
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 2, parameters[i]);
			}
			statement.executeUpdate();
		}
	}

	private Optional<Replay> find(String sql, Object parameter) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setObject(1, parameter);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(new Replay(row.getObject(1, UUID.class), row.getString(2),
						row.getString(3), row.getString(4), row.getString(5), row.getLong(6))) : Optional.empty();
			}
		}
	}

}
