package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * PostgreSQL is away, breaks connections, loses the answers to commits, gives statements
 * up and reports deadlocks.
 */
final class PostgresFaults implements Scenario {

	private static final int ROWS = 20_000;

	private static final Duration AWAY = Duration.ofSeconds(20);

	private static final List<Consumer<Stage>> FAULTS = List.of(PostgresFaults::loseCommits,
			PostgresFaults::resetConnections, PostgresFaults::cancelStatements, PostgresFaults::failStatements);

	@Override
	public void begin(Stage stage) {
		Processors.start(stage, 1);
	}

	@Override
	public Findings play(Stage stage, int round) {
		Rows rows = stage.rows(round, ROWS);
		Load load = stage.send(rows, Duration.ofSeconds(20));
		List<Consumer<Stage>> faults = new ArrayList<>(FAULTS);
		Collections.shuffle(faults, stage.random());
		faults.forEach((fault) -> fault.accept(stage));
		if (stage.isClean()) {
			goAway(stage);
		}
		load.await(Duration.ofSeconds(60));
		return stage.findings(rows, false, stage.patience(Duration.ofSeconds(60)));
	}

	private static void goAway(Stage stage) {
		stage.postgres().refuse();
		stage.pass(AWAY);
		stage.postgres().accept();
	}

	/** The commits take effect, their answers are lost. */
	private static void loseCommits(Stage stage) {
		stage.postgres().cutAnswers("COMMIT\0", 5);
		stage.pass(Duration.ofSeconds(2));
	}

	private static void resetConnections(Stage stage) {
		for (int i = 0; i < 5; i++) {
			stage.pass(stage.moment(500));
			stage.postgres().reset();
		}
	}

	/** What a statement timeout does, without the wait. */
	private static void cancelStatements(Stage stage) {
		for (int i = 0; i < 50; i++) {
			stage.pass(stage.moment(50));
			stage.database().update("""
					select pg_cancel_backend(pid) from pg_stat_activity
					where application_name = 'pipeline-processor' and state = 'active' and datname = current_database()
					""");
		}
	}

	private static void failStatements(Stage stage) {
		stage.database()
			.update("""
					create or replace function fail() returns trigger language plpgsql as $$ begin
						if random() < 0.3 then
							raise exception 'planted' using errcode = (array['40P01', '40001', '57014'])[1 + floor(random() * 3)];
						end if;
						return null;
					end $$""");
		stage.database().update("create trigger fail after insert or update on event_outcomes execute function fail()");
		stage.database().update("create trigger fail after insert on archive_files execute function fail()");
		stage.pass(Duration.ofSeconds(3));
		stage.database().update("drop trigger fail on event_outcomes");
		stage.database().update("drop trigger fail on archive_files");
	}

	@Override
	public List<Defect> defects() {
		return List.of(Defect.SWALLOW);
	}

	@Override
	public int rounds() {
		return 1;
	}

}
