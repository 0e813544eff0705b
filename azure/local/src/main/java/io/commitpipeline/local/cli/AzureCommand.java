package io.commitpipeline.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.commitpipeline.local.eventhubs.broker.HubDefinition;
import io.commitpipeline.local.run.AzureRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Only what the apps run on.
 */
@Command(name = "azure", description = "Starts the stand-ins and PostgreSQL only, for work on the apps.")
final class AzureCommand implements Callable<Integer> {

	private final RootCommand root;

	private final Context context;

	@Option(names = "--hub", paramLabel = "NAME[:PARTITIONS[:GROUP,...]]", converter = HubConverter.class,
			description = "one more hub, with its consumer groups besides $Default")
	private final List<HubDefinition> hubs = new ArrayList<>();

	@Option(names = "--file-system", paramLabel = "NAME", description = "one more file system of the lake")
	private final List<String> fileSystems = new ArrayList<>();

	AzureCommand(RootCommand root, Context context) {
		this.root = root;
		this.context = context;
	}

	@Override
	public Integer call() {
		new AzureRun(this.root.dataDirectory(), this.context.terminal(), this.context.shutdown())
			.run(this.root.settings(), this.hubs, this.fileSystems);
		return 0;
	}

}
