package io.commitpipeline.local.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import io.commitpipeline.local.run.VerifyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks a data directory.
 */
@Command(name = "verify", description = "Checks that everything that was sent is counted and archived.")
final class VerifyCommand implements Callable<Integer> {

	private final RootCommand root;

	private final Context context;

	@Option(names = "--deep", description = "read the whole archive and recompute all metrics from it")
	private boolean deep;

	VerifyCommand(RootCommand root, Context context) {
		this.root = root;
		this.context = context;
	}

	@Override
	public Integer call() throws SQLException, IOException {
		return new VerifyRun(this.root.dataDirectory(), this.context.terminal(), this.context.shutdown(),
				this.context.clock())
			.run(this.deep) ? 0 : 1;
	}

}
