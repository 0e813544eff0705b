package io.commitpipeline.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.commitpipeline.proof.PipelineAssert.assertComplete;
import static io.commitpipeline.proof.PipelineAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A commit log goes in at one end and comes out whole at the other, through the packaged
 * applications.
 */
class EndToEndIT {

	private static final int ROWS = 20_000;

	private static final String AWKWARD = """
			a1,"Müller, Jürgen",5,/services/billing/a.py,1,2,0.5,"one, two"
			a2,anna,3,/docs,0,0,1,"a line
			break and ""quotes\"""
			a3,名前,1,services/auth/c.py,3,4,0.0001,🚀 emoji
			""";

	private static final String BROKEN = """
			b1,anna,not-a-minute,/services/billing/a.py,1,2,0.5,broken
			b2,anna,4,/services/auth/b.py,7
			b3,,2,/services/auth/d.py,3,4,0.2,broken
			""";

	@TempDir
	private Path directory;

	@Test
	void aLogComesThroughToTheLastDigitThoughItsRunIsKilledAndBrokenLinesAreNamed() throws IOException {
		Pipeline pipeline = Pipeline.in(this.directory.resolve("data"));
		String generated = generated(ROWS);
		Path log = Files.writeString(this.directory.resolve("log.csv"), "\uFEFF" + generated + AWKWARD + BROKEN);
		CommitLog commits = CommitLog.read(Files.writeString(this.directory.resolve("good.csv"), generated + AWKWARD));

		Pipeline.Running killed = startSlowly(pipeline, log);
		killed.process().destroyForcibly();
		pipeline.outcome(killed);

		Outcome finished = pipeline.run("--source", log.toString(), "--rate", "max", "--until-done");
		assertThat(finished.exitCode()).as(finished.err()).isZero();
		assertComplete(finished.figures(), ROWS + 3, 3);
		long broken = lines(generated + AWKWARD) + 1;
		assertThat(pipeline).hasLeftNothingRunning()
			.hasArchivedExactly(commits)
			.hasCountedExactly(commits)
			.hasRejected(Map.of(broken, "time", broken + 1, "8", broken + 2, "author"));
		assertThat(pipeline.archive().commitsByAuthor()).hasSize(commits.byAuthor().size())
			.allSatisfy((author, count) -> assertThat(count).isEqualTo(commits.byAuthor().get(author).commits()));

		assertThat(pipeline.run("rebuild")).satisfies((rebuilt) -> assertSame(rebuilt, finished));
		assertThat(pipeline.run("verify", "--deep")).satisfies((verified) -> assertSame(verified, finished));
		assertThat(pipeline.run("--source", log.toString(), "--rate", "max", "--until-done"))
			.satisfies((again) -> assertSame(again, finished));
		assertThat(pipeline).hasLeftNothingRunning();
	}

	private static void assertSame(Outcome outcome, Outcome finished) {
		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		assertThat(outcome.figures()).isEqualTo(finished.figures());
	}

	private static long lines(String text) {
		return text.chars().filter((character) -> character == '\n').count();
	}

	/** Returns when more is counted than before, in the middle of the log. */
	private static Pipeline.Running startSlowly(Pipeline pipeline, Path log) {
		Pipeline.Running running = pipeline.start("--source", log.toString(), "--rate", "500", "--until-done");
		AtomicLong before = new AtomicLong(-1);
		Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> {
			assertThat(running.process().isAlive()).as("the run goes on").isTrue();
			if (pipeline.settings().isEmpty()) {
				return false;
			}
			before.compareAndSet(-1, counted(pipeline));
			return counted(pipeline) > before.get();
		});
		return running;
	}

	private static long counted(Pipeline pipeline) {
		return Metrics.of(pipeline.settings()).commitsByTable().getOrDefault("commits_by_minute", 0L);
	}

	private String generated(int rows) throws IOException {
		Path log = this.directory.resolve("generated.csv");
		Outcome outcome = Pipeline.in(this.directory)
			.run("generate", "--rows", Integer.toString(rows), "--seed", "7", "--out", log.toString());
		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		return Files.readString(log);
	}

}
