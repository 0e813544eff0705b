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

	@TempDir
	private Path directory;

	@Test
	void aGeneratedLogComesThroughToTheLastDigit() {
		Pipeline pipeline = Pipeline.in(this.directory.resolve("data"));
		Path log = generated(20_000);

		Outcome outcome = pipeline.run("--source", log.toString(), "--rate", "max", "--until-done");

		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		assertComplete(outcome.figures(), 20_000, 0);
		CommitLog commits = CommitLog.read(log);
		assertThat(pipeline).hasLeftNothingRunning().hasArchivedExactly(commits).hasCountedExactly(commits);
		assertThat(pipeline.archive().commitsByAuthor()).hasSize(commits.byAuthor().size())
			.allSatisfy((author, count) -> assertThat(count).isEqualTo(commits.byAuthor().get(author).commits()));

		Outcome verified = pipeline.run("verify", "--deep");
		assertThat(verified.exitCode()).as(verified.err()).isZero();
		assertComplete(verified.figures(), 20_000, 0);
	}

	@Test
	void awkwardTextComesThroughAndBrokenLinesAreNamed() throws IOException {
		Pipeline pipeline = Pipeline.in(this.directory.resolve("data"));
		Path log = this.directory.resolve("awkward.csv");
		Files.writeString(log, """
				\uFEFFcommit_id,author,time,file_path,lines_added,lines_deleted,entropy,message
				c1,"Müller, Jürgen",5,/services/billing/a.py,1,2,0.5,"one, two"
				c2,anna,not-a-minute,/services/billing/a.py,1,2,0.5,broken
				c3,anna,3,/docs,0,0,1,"a line
				break and ""quotes\"""
				c4,anna,4,/services/auth/b.py,7
				c5,名前,1,services/auth/c.py,3,4,0.0001,🚀 emoji
				c6,,2,/services/auth/d.py,3,4,0.2,broken
				""");

		Outcome outcome = pipeline.run("--source", log.toString(), "--rate", "max", "--until-done");

		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		assertComplete(outcome.figures(), 3, 3);
		CommitLog good = CommitLog.read(Files.writeString(this.directory.resolve("good.csv"), """
				commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message
				c1,"Müller, Jürgen",5,/services/billing/a.py,1,2,0.5,"one, two"
				c3,anna,3,/docs,0,0,1,"a line
				break and ""quotes\"""
				c5,名前,1,services/auth/c.py,3,4,0.0001,🚀 emoji
				"""));
		assertThat(pipeline).hasArchivedExactly(good)
			.hasCountedExactly(good)
			.hasRejected(Map.of(3L, "time", 6L, "8", 8L, "author"));
	}

	@Test
	void aRunThatIsInterruptedAndKilledGoesOnWhereItWasAndAFinishedOneIsNotSentAgain() {
		Pipeline pipeline = Pipeline.in(this.directory.resolve("data"));
		Path log = generated(20_000);

		Pipeline.Running interrupted = startSlowly(pipeline, log);
		interrupted.process().destroy();
		assertThat(pipeline.outcome(interrupted).exitCode()).isNotZero();
		assertThat(pipeline).hasLeftNothingRunning();

		Pipeline.Running killed = startSlowly(pipeline, log);
		killed.process().destroyForcibly();
		pipeline.outcome(killed);

		Outcome finished = pipeline.run("--source", log.toString(), "--rate", "max", "--until-done");
		assertThat(finished.exitCode()).as(finished.err()).isZero();
		assertComplete(finished.figures(), 20_000, 0);

		Outcome again = pipeline.run("--source", log.toString(), "--rate", "max", "--until-done");
		assertThat(again.exitCode()).as(again.err()).isZero();
		assertThat(again.figures()).isEqualTo(finished.figures());
		assertThat(pipeline).hasLeftNothingRunning().hasCountedExactly(CommitLog.read(log));
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

	private Path generated(int rows) {
		Path log = this.directory.resolve("generated.csv");
		Outcome outcome = Pipeline.in(this.directory)
			.run("generate", "--rows", Integer.toString(rows), "--seed", "7", "--out", log.toString());
		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		return log;
	}

}
