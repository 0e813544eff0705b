package io.commitpipeline.local.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import io.commitpipeline.local.run.RebuildRun;
import picocli.CommandLine.Command;

/**
 * Makes the metrics those of the archive.
 */
@Command(name = "rebuild", description = "Computes all metrics anew from the archive and swaps them in.")
final class RebuildCommand implements Callable<Integer> {

	private final RootCommand root;

	private final Context context;

	RebuildCommand(RootCommand root, Context context) {
		this.root = root;
		this.context = context;
	}

	@Override
	public Integer call() throws SQLException, IOException {
		new RebuildRun(this.root.dataDirectory(), this.context.terminal(), this.context.shutdown(),
				this.context.clock())
			.run();
		return 0;
	}

}
