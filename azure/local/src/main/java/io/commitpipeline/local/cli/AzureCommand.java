package io.commitpipeline.local.cli;

import java.util.concurrent.Callable;

import io.commitpipeline.local.run.AzureRun;
import picocli.CommandLine.Command;

/**
 * Only what the apps run on.
 */
@Command(name = "azure", description = "Starts the stand-ins and PostgreSQL only, for work on the apps.")
final class AzureCommand implements Callable<Integer> {

	private final RootCommand root;

	private final Context context;

	AzureCommand(RootCommand root, Context context) {
		this.root = root;
		this.context = context;
	}

	@Override
	public Integer call() {
		new AzureRun(this.root.dataDirectory(), this.context.terminal(), this.context.shutdown())
			.run(this.root.settings());
		return 0;
	}

}
