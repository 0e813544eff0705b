package io.commitpipeline.producer.replays;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The operator's side of the replay protocol.
 */
public final class TestReplays {

	private final JdbcClient jdbc;

	public TestReplays(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	public UUID start(String source, Integer rate) {
		return start(source, rate, "time");
	}

	public UUID start(String source, Integer rate, String order) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("insert into replays (id, source, rate, row_order) values (?, ?, ?, ?)")
			.params(id, source, rate, order)
			.update();
		return id;
	}

	public void command(UUID replay, String command) {
		this.jdbc.sql("update replays set command = ? where id = ?").params(command, replay).update();
	}

	public void rate(UUID replay, Integer rate) {
		this.jdbc.sql("update replays set rate = ? where id = ?").params(rate, replay).update();
	}

	void tempo(UUID replay, Integer rate, Integer speedUp) {
		this.jdbc.sql("update replays set rate = ?, speed_up = ? where id = ?").params(rate, speedUp, replay).update();
	}

	UUID jump(UUID replay, Long row, Integer time) {
		UUID jump = UUID.randomUUID();
		this.jdbc.sql("update replays set jump_id = ?, jump_row = ?, jump_time = ? where id = ?")
			.params(jump, row, time, replay)
			.update();
		return jump;
	}

	void stepTo(UUID replay, long row) {
		this.jdbc.sql("update replays set step_to = ? where id = ?").params(row, replay).update();
	}

	public String state(UUID replay) {
		return (String) replay(replay).get("state");
	}

	public Map<String, Object> replay(UUID replay) {
		return this.jdbc.sql("select * from replays where id = ?").param(replay).query().singleRow();
	}

	public List<Map<String, Object>> runs(UUID replay) {
		return this.jdbc.sql("select * from runs where replay_id = ? order by started_at")
			.param(replay)
			.query()
			.listOfRows();
	}

	public Map<String, Object> run(UUID replay) {
		List<Map<String, Object>> runs = runs(replay);
		return (runs.size() == 1) ? runs.get(0) : Map.of("next_row", -1L);
	}

	public List<Map<String, Object>> rejected(UUID replay) {
		return this.jdbc.sql(
				"select line, run_row, field, reason from rejected_rows join runs on id = run_id where replay_id = ? order by line")
			.param(replay)
			.query()
			.listOfRows();
	}

	public List<Map<String, Object>> query(String sql, Object... params) {
		return this.jdbc.sql(sql).params(params).query().listOfRows();
	}

	public void update(String sql, Object... params) {
		this.jdbc.sql(sql).params(params).update();
	}

}
