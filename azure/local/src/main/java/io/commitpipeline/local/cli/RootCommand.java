package io.commitpipeline.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import io.commitpipeline.local.replays.Rate;
import io.commitpipeline.local.run.DataDirectory;
import io.commitpipeline.local.run.PipelineRun;
import io.commitpipeline.local.run.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Without a command: the whole pipeline. Its options are those of all commands and may
 * come before or after the command.
 */
@Command(name = "azure-local", description = "Runs the commit pipeline and a small Azure for it on this machine.",
		mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false)
final class RootCommand implements Callable<Integer> {

	private final Context context;

	@Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "pipeline-data", scope = ScopeType.INHERIT,
			description = "where everything is kept (default: ./pipeline-data)")
	private Path dataDirectory;

	@Option(names = "--source", paramLabel = "CSV", scope = ScopeType.INHERIT,
			description = "the commit log to replay (default: a generated one of 200,000 rows)")
	private Path source;

	@Option(names = "--rate", paramLabel = "N|max", defaultValue = "500", converter = RateConverter.class,
			scope = ScopeType.INHERIT, description = "commits per second (default: 500)")
	private Rate rate;

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", scope = ScopeType.INHERIT,
			description = "of the console (default: 8080)")
	private int port;

	@Option(names = "--partitions", paramLabel = "N", defaultValue = "4", scope = ScopeType.INHERIT,
			description = "of the hub, where it is new (default: 4)")
	private int partitions;

	@Option(names = "--again", scope = ScopeType.INHERIT, description = "replay a finished source once more")
	private boolean again;

	@Option(names = "--fsync", scope = ScopeType.INHERIT, description = "let the stand-ins write through to the disk")
	private boolean fsync;

	@Option(names = "--until-done", description = "end when everything is counted and archived")
	private boolean untilDone;

	RootCommand(Context context) {
		this.context = context;
	}

	@Override
	public Integer call() throws SQLException, IOException {
		return new PipelineRun(dataDirectory(), settings(), this.context.terminal(), this.context.shutdown(),
				this.context.clock())
			.run() ? 0 : 1;
	}

	DataDirectory dataDirectory() {
		return new DataDirectory(this.dataDirectory);
	}

	RunSettings settings() {
		return new RunSettings(this.source, this.rate, this.port, this.partitions, this.again, this.fsync,
				this.untilDone);
	}

}
