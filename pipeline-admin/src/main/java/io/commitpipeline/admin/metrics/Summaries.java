package io.commitpipeline.admin.metrics;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.stereotype.Component;

/**
 * Sums of the metrics, kept in memory for pages.
 */
@Component
public class Summaries {

	/** Runs whose sums are kept. */
	private static final int KEPT = 16;

	private final SummaryQueries queries;

	private final SummaryProperties properties;

	private final Executor executor;

	private final Clock clock;

	private final Map<Optional<UUID>, Sums> kept = new LinkedHashMap<>(KEPT, 0.75F, true);

	Summaries(SummaryQueries queries, SummaryProperties properties,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) Executor executor,
			Clock clock) {
		this.queries = queries;
		this.properties = properties;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * The latest sums.
	 * @param run of which run, null for all
	 * @return empty while they are summed for the first time
	 */
	public Optional<Summary> of(UUID run) {
		return sums(run).latest();
	}

	private synchronized Sums sums(UUID run) {
		Sums sums = this.kept.computeIfAbsent(Optional.ofNullable(run),
				(key) -> new Sums(() -> this.queries.sum(run), this.properties, this.executor, this.clock));
		if (this.kept.size() > KEPT) {
			this.kept.remove(this.kept.keySet().iterator().next());
		}
		return sums;
	}

}
