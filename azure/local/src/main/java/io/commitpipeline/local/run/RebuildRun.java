package io.commitpipeline.local.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.containerapps.ContainerApps;
import io.commitpipeline.local.files.DirectoryLock;
import io.commitpipeline.local.verify.CompletenessViews;
import io.commitpipeline.local.verify.Figures;
import io.commitpipeline.local.verify.Verification;

/**
 * Runs the job that computes the metrics anew from the archive; where nothing runs on the
 * data directory, the stand-ins are started for the time being.
 */
public final class RebuildRun {

	private final DataDirectory directory;

	private final Terminal terminal;

	private final Shutdown shutdown;

	private final Clock clock;

	public RebuildRun(DataDirectory directory, Terminal terminal, Shutdown shutdown, Clock clock) {
		this.directory = directory;
		this.terminal = terminal;
		this.shutdown = shutdown;
		this.clock = clock;
	}

	/**
	 * Runs the job to its end and prints the figures as they are then.
	 * @throws io.commitpipeline.local.containerapps.ContainerAppsException if the metrics
	 * stay as they were
	 * @throws SQLException if the database does not answer
	 * @throws IOException if the disk fails
	 */
	public void run() throws SQLException, IOException {
		this.directory.requireUsed();
		Instant begin = this.clock.instant();
		Map<String, String> settings = settings();
		ContainerApps apps = this.shutdown.add(new ContainerApps(Repository.root(), this.directory.rebuildProcess(),
				PipelineReferences.of(settings, this.directory.archive().root(), "5m"), this.terminal::log, () -> {
				}, this.clock));
		// Provides what the other job signs in with, also on data of an earlier release.
		apps.run("migration");
		apps.run("rebuild");
		Figures figures = new Verification(new CompletenessViews(SettingsFile.database(settings)),
				this.directory.archive())
			.verify()
			.figures();
		this.shutdown.close();
		double seconds = Duration.between(begin, this.clock.instant()).toMillis() / 1000.0;
		this.terminal.result(figures.withSeconds(seconds).json());
	}

	private Map<String, String> settings() throws IOException {
		DirectoryLock lock = this.directory.tryTake().orElse(null);
		if (lock == null) {
			return this.directory.settingsInUse();
		}
		this.shutdown.add(lock);
		ContainerApps.endLeftovers(this.directory.processes());
		SettingsFile file = this.shutdown.add(new SettingsFile(this.directory.settings()));
		file.forget();
		file.azure(this.shutdown.add(LocalAzure.builder(this.directory.root()).start()));
		return file.values();
	}

}
