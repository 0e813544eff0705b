package io.commitpipeline.local.run;

import java.util.List;

import io.commitpipeline.db.Schema;
import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.containerapps.ContainerApps;
import io.commitpipeline.local.eventhubs.broker.HubDefinition;

/**
 * The stand-ins and PostgreSQL alone, with the schema in place.
 */
public final class AzureRun {

	private final DataDirectory directory;

	private final Terminal terminal;

	private final Shutdown shutdown;

	public AzureRun(DataDirectory directory, Terminal terminal, Shutdown shutdown) {
		this.directory = directory;
		this.terminal = terminal;
		this.shutdown = shutdown;
	}

	/**
	 * Runs until the program is stopped.
	 * @param settings of the commits' hub
	 * @param hubs more of them
	 * @param fileSystems more than the pipeline has
	 * @throws StoppedException at the end
	 */
	public void run(RunSettings settings, List<HubDefinition> hubs, List<String> fileSystems) {
		this.shutdown.add(this.directory.take());
		ContainerApps.endLeftovers(this.directory.processes());
		SettingsFile file = this.shutdown.add(new SettingsFile(this.directory.settings()));
		file.forget();
		LocalAzure azure = this.shutdown.add(LocalAzure.builder(this.directory.root())
			.partitions(settings.partitions())
			.fsync(settings.fsync())
			.hubs(hubs)
			.fileSystems(fileSystems)
			.start());
		Schema.of(azure.postgres().dataSource()).migrate();
		file.azure(azure);
		this.terminal.result("Azure is up, its settings are in " + this.directory.settings());
		this.shutdown.awaitRequest();
	}

}
