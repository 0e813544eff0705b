package io.commitpipeline.local.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.containerapps.ContainerApps;
import io.commitpipeline.local.replays.CommitLogFile;
import io.commitpipeline.local.replays.ReplayOrder;
import io.commitpipeline.local.replays.ReplayTable;
import io.commitpipeline.local.verify.CompletenessViews;
import io.commitpipeline.local.verify.Verdict;
import io.commitpipeline.local.verify.Verification;

/**
 * The whole pipeline on one data directory, with a replay.
 */
public final class PipelineRun {

	private final DataDirectory directory;

	private final RunSettings settings;

	private final Terminal terminal;

	private final Shutdown shutdown;

	private final Clock clock;

	private final SettingsFile settingsFile;

	public PipelineRun(DataDirectory directory, RunSettings settings, Terminal terminal, Shutdown shutdown,
			Clock clock) {
		this.directory = directory;
		this.settings = settings;
		this.terminal = terminal;
		this.shutdown = shutdown;
		this.clock = clock;
		this.settingsFile = new SettingsFile(directory.settings());
	}

	/**
	 * Starts everything and follows the replay.
	 * @return whether all is complete; only of a run until done
	 * @throws SQLException if the database does not answer
	 * @throws IOException if the disk fails
	 */
	public boolean run() throws SQLException, IOException {
		Instant begin = this.clock.instant();
		checkSource();
		this.shutdown.add(this.directory.take());
		ContainerApps.endLeftovers(this.directory.processes());
		Ports.requireFree(this.settings.port());
		this.shutdown.add(this.settingsFile).forget();
		LocalAzure azure = startAzure();
		UUID replay = startApps(azure);
		try (ProgressDisplay display = new ProgressDisplay(this.terminal, this.clock)) {
			return follow(replay, azure, display, begin);
		}
	}

	/** Before anything is started for it. */
	private void checkSource() {
		if (this.settings.source() != null) {
			new CommitLogFile(this.settings.source().toAbsolutePath()).check();
		}
	}

	private LocalAzure startAzure() {
		LocalAzure azure = this.shutdown.add(LocalAzure.builder(this.directory.root())
			.partitions(this.settings.partitions())
			.fsync(this.settings.fsync())
			.start());
		this.settingsFile.azure(azure);
		return azure;
	}

	private UUID startApps(LocalAzure azure) throws SQLException, IOException {
		ConsoleAccount account = ConsoleAccount.in(this.directory.consolePassword());
		String url = "http://localhost:" + this.settings.port();
		this.settingsFile.console(url, account);
		AppsHolder holder = new AppsHolder();
		ContainerApps apps = new ContainerApps(
				Repository.root(), this.directory.processes(), PipelineReferences.of(this.settingsFile.values(),
						this.directory.archive().root(), this.settings.untilDone() ? "5s" : "5m"),
				this.terminal::log, holder::changed, this.clock);
		holder.apps = this.shutdown.add(apps);
		apps.run("migration");
		CommitLogFile source = ReplaySource.of(this.settings.source(), this.directory.sources());
		UUID replay = new ReplayOrder(source, this.settings.rate(), this.settings.again())
			.place(this.directory.sources(), new ReplayTable(azure.postgres().dataSource()));
		apps.start(Map.of("producer", Ports.free(), "processor", Ports.free(), "admin", this.settings.port()));
		this.terminal.result("Console: " + url + "  user " + account.user() + "  password " + account.password());
		return replay;
	}

	private boolean follow(UUID replay, LocalAzure azure, ProgressDisplay display, Instant begin)
			throws SQLException, IOException {
		CompletenessViews views = new CompletenessViews(azure.postgres().dataSource());
		Watch watch = new Watch(new ReplayTable(azure.postgres().dataSource()), views, this.directory, this.shutdown,
				this.clock);
		if (!this.settings.untilDone()) {
			watch.untilStopped(replay, display);
		}
		Progress end = watch.untilDone(replay, display);
		Verdict verdict = new Verification(views, this.directory.archive()).verify();
		double seconds = Duration.between(begin, this.clock.instant()).toMillis() / 1000.0;
		this.shutdown.close();
		return report(end, verdict, seconds);
	}

	private boolean report(Progress end, Verdict verdict, double seconds) {
		verdict.differences().forEach(this.terminal::log);
		if (end.replay().isStopped()) {
			this.terminal.log("The replay of " + end.replay().source() + " was stopped; --again sends it anew");
		}
		if (end.replay().isFailed()) {
			this.terminal.log("The replay failed: " + end.replay().failure());
		}
		boolean complete = verdict.figures().complete() && !end.replay().isFailed();
		this.terminal.result(verdict.figures().withComplete(complete).withSeconds(seconds).json());
		return complete;
	}

	/** The apps report changes before their starter has returned. */
	private final class AppsHolder {

		private volatile ContainerApps apps;

		private void changed() {
			PipelineRun.this.settingsFile.pids(this.apps.pids());
		}

	}

}
