package io.commitpipeline.db;

import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The schema as this build knows it, over a database that may be behind or ahead of it.
 */
public final class Schema {

	private static final Duration FIRST = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final Flyway flyway;

	private Schema(Flyway flyway) {
		this.flyway = flyway;
	}

	public static Schema of(DataSource dataSource) {
		return new Schema(Flyway.configure()
			.dataSource(dataSource)
			.defaultSchema("public")
			.locations("classpath:db/migration")
			.load());
	}

	/**
	 * Brings the database to this build's version; does nothing where it is there
	 * already.
	 * @return how many migrations ran
	 */
	public int migrate() {
		return this.flyway.migrate().migrationsExecuted;
	}

	/**
	 * Refuses an older schema than this build knows. A newer one is welcome: migrations
	 * only add. Scripts without a version follow the newest build that has migrated.
	 * @throws OutdatedSchemaException if migrations of this build have not run
	 */
	public void requireCurrent() {
		MigrationInfoService migrations = this.flyway.info();
		if (Stream.of(migrations.pending()).anyMatch(MigrationInfo::isVersioned)) {
			throw new OutdatedSchemaException(newest(migrations.applied()), newest(migrations.all()));
		}
	}

	/**
	 * Waits for a database that is away, then refuses an older schema.
	 * @param away told of each failure
	 * @throws OutdatedSchemaException if migrations of this build have not run
	 */
	public void awaitCurrent(Consumer<Throwable> away) {
		Retry untilItAnswers = Retry.of("schema",
				RetryConfig.custom()
					.maxAttempts(Integer.MAX_VALUE)
					.intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST, 2.0, 0.5, LONGEST))
					.ignoreExceptions(OutdatedSchemaException.class)
					.build());
		untilItAnswers.getEventPublisher().onRetry((event) -> away.accept(event.getLastThrowable()));
		untilItAnswers.executeRunnable(this::requireCurrent);
	}

	private static String newest(MigrationInfo[] migrations) {
		return Stream.of(migrations)
			.filter(MigrationInfo::isVersioned)
			.map(MigrationInfo::getVersion)
			.max(Comparator.naturalOrder())
			.map(MigrationVersion::getVersion)
			.orElse(null);
	}

}
