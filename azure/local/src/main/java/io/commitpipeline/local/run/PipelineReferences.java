package io.commitpipeline.local.run;

import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.containerapps.References;

/**
 * What the references of {@code apps.yaml} mean in a local run.
 */
final class PipelineReferences {

	private PipelineReferences() {
	}

	static References of(LocalAzure azure, ConsoleAccount console, boolean untilDone) {
		Map<String, String> values = new HashMap<>();
		values.put("postgres.url", azure.postgres().url());
		values.put("postgres.username", azure.postgres().user());
		values.put("postgres.password", azure.postgres().password());
		values.put("eventhubs.connectionString", azure.eventHubs().connectionString());
		values.put("eventhubs.name", LocalAzure.HUB);
		values.put("lake.endpoint", azure.dataLake().endpoint());
		values.put("lake.accountName", azure.dataLake().accountName());
		values.put("lake.accountKey", azure.dataLake().accountKey());
		values.put("checkpoints.endpoint", azure.dataLake().endpoint());
		values.put("checkpoints.accountName", azure.dataLake().accountName());
		values.put("checkpoints.accountKey", azure.dataLake().accountKey());
		values.put("archive.rollAge", untilDone ? "5s" : "5m");
		values.put("console.username", console.user());
		values.put("console.password", console.password());
		return new References(values);
	}

}
