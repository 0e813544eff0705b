package io.commitpipeline.local.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import io.commitpipeline.local.files.DirectoryLock;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.local.verify.CompletenessViews;
import io.commitpipeline.local.verify.Verdict;
import io.commitpipeline.local.verify.Verification;
import io.commitpipeline.local.verify.deep.DeepVerification;

/**
 * Checks a data directory; where nothing runs on it, PostgreSQL is started for the time
 * being.
 */
public final class VerifyRun {

	private final DataDirectory directory;

	private final Terminal terminal;

	private final Shutdown shutdown;

	private final Clock clock;

	public VerifyRun(DataDirectory directory, Terminal terminal, Shutdown shutdown, Clock clock) {
		this.directory = directory;
		this.terminal = terminal;
		this.shutdown = shutdown;
		this.clock = clock;
	}

	/**
	 * Checks everything once.
	 * @param deep whether the whole archive is read
	 * @return whether nothing differs
	 * @throws SQLException if the database does not answer
	 * @throws IOException if the archive cannot be read
	 */
	public boolean run(boolean deep) throws SQLException, IOException {
		this.directory.requireUsed();
		Instant begin = this.clock.instant();
		DataSource database = database();
		Verdict verdict = new Verification(new CompletenessViews(database), this.directory.archive()).verify();
		if (deep) {
			verdict = verdict.with(new DeepVerification(database, this.directory.archive()).differences());
		}
		this.shutdown.close();
		verdict.differences().forEach(this.terminal::log);
		double seconds = Duration.between(begin, this.clock.instant()).toMillis() / 1000.0;
		this.terminal.result(verdict.figures().withSeconds(seconds).json());
		return verdict.figures().complete();
	}

	private DataSource database() throws IOException {
		DirectoryLock lock = this.directory.tryTake().orElse(null);
		if (lock == null) {
			return SettingsFile.database(this.directory.settingsInUse());
		}
		this.shutdown.add(lock);
		return this.shutdown.add(LocalPostgres.builder(this.directory.postgres()).start()).dataSource();
	}

}
