package io.commitpipeline.db;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The schema as this build knows it, over a database that may be behind or ahead of it.
 */
public final class Schema {

	private final Flyway flyway;

	private Schema(Flyway flyway) {
		this.flyway = flyway;
	}

	public static Schema of(DataSource dataSource) {
		return new Schema(Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load());
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
	 * only add.
	 * @throws OutdatedSchemaException if migrations of this build have not run
	 */
	public void requireCurrent() {
		MigrationVersion known = version(lastOf(this.flyway.info().all()));
		MigrationVersion actual = version(this.flyway.info().current());
		if (this.flyway.info().pending().length > 0) {
			throw new OutdatedSchemaException(actual.getVersion(), known.getVersion());
		}
	}

	private static MigrationInfo lastOf(MigrationInfo[] migrations) {
		return migrations[migrations.length - 1];
	}

	private static MigrationVersion version(MigrationInfo migration) {
		return (migration != null) ? migration.getVersion() : MigrationVersion.EMPTY;
	}

}
