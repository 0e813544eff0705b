package io.commitpipeline.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.commitpipeline.proof.CommitLog.Commit;
import io.commitpipeline.proof.Outcome.Figures;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * What a pipeline that stands still must hold.
 */
final class PipelineAssert extends AbstractAssert<PipelineAssert, Pipeline> {

	private PipelineAssert(Pipeline actual) {
		super(actual, PipelineAssert.class);
	}

	static PipelineAssert assertThat(Pipeline actual) {
		return new PipelineAssert(actual);
	}

	/**
	 * Every commit of the log is archived once, bodies and columns alike, in the folder
	 * of its hour.
	 */
	PipelineAssert hasArchivedExactly(CommitLog log) {
		Archive archive = this.actual.archive();
		List<Commit> commits = log.commits();
		Assertions.assertThat(archive.bodies()).as("archived bodies").isEqualTo(commits);
		Assertions.assertThat(archive.columns()).as("archived columns").isEqualTo(commits);
		Assertions.assertThat(archive.doubled()).as("events archived twice").isEmpty();
		Assertions.assertThat(archive.filesInTheWrongHour()).as("files in the wrong hour").isEmpty();
		return this;
	}

	/**
	 * Every author's and component's totals are those of the log, to the last digit.
	 */
	PipelineAssert hasCountedExactly(CommitLog log) {
		return hasMetrics((metrics) -> {
			Assertions.assertThat(metrics.byAuthor()).as("totals by author").isEqualTo(log.byAuthor());
			Assertions.assertThat(metrics.byComponent()).as("totals by component").isEqualTo(log.byComponent());
			Assertions.assertThat(metrics.commitsByTable())
				.as("commits in each metric table")
				.hasSizeGreaterThanOrEqualTo(4)
				.allSatisfy((table, commits) -> Assertions.assertThat(commits).as(table).isEqualTo(log.size()));
		});
	}

	/**
	 * These lines were rejected, each with a reason that holds these words, and no
	 * others.
	 */
	PipelineAssert hasRejected(Map<Long, String> reasons) {
		return hasMetrics((metrics) -> {
			Map<Long, String> rejected = metrics.rejectedRows();
			Assertions.assertThat(rejected).containsOnlyKeys(reasons.keySet());
			reasons.forEach((line, reason) -> Assertions.assertThat(rejected.get(line)).contains(reason));
		});
	}

	/**
	 * Nothing is left behind by a command that ended.
	 */
	PipelineAssert hasLeftNothingRunning() {
		Assertions.assertThat(this.actual.settings()).as("azure.env").isEmpty();
		return this;
	}

	private PipelineAssert hasMetrics(Consumer<Metrics> requirements) {
		Pipeline.Running azure = this.actual.start("azure");
		try {
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
				Assertions.assertThat(azure.process().isAlive()).as("azure is running").isTrue();
				return !this.actual.settings().isEmpty();
			});
			requirements.accept(Metrics.of(this.actual.settings()));
		}
		finally {
			azure.process().destroy();
			this.actual.outcome(azure);
		}
		return this;
	}

	static void assertComplete(Figures figures, long rows, long rejected) {
		Assertions.assertThat(figures.complete()).as("complete in %s", figures).isTrue();
		Assertions.assertThat(figures.sent()).as("sent").isEqualTo(rows);
		Assertions.assertThat(figures.rejected()).as("rejected").isEqualTo(rejected);
		Assertions.assertThat(figures.counted()).as("counted").isEqualTo(rows);
		Assertions.assertThat(figures.quarantined()).as("quarantined").isZero();
		Assertions.assertThat(figures.received())
			.as("received")
			.isEqualTo(rows + figures.duplicates())
			.isEqualTo(figures.archived());
	}

}
