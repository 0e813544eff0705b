package io.commitpipeline.local.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.commitpipeline.local.containerapps.References;

import static java.util.Map.entry;

/**
 * What the references of {@code apps.yaml} mean in a local run.
 */
final class PipelineReferences {

	private static final Map<String, String> REFERENCES = Map.ofEntries(entry("postgres.url", "POSTGRES_URL"),
			entry("postgres.administrator", "POSTGRES_USER"), entry("postgres.password", "POSTGRES_PASSWORD"),
			entry("eventhubs.connectionString", "EVENTHUBS_CONNECTION_STRING"),
			entry("eventhubs.name", "EVENTHUB_NAME"), entry("lake.endpoint", "DATALAKE_ENDPOINT"),
			entry("lake.accountName", "STORAGE_ACCOUNT"), entry("lake.accountKey", "STORAGE_KEY"),
			entry("checkpoints.endpoint", "BLOB_ENDPOINT"), entry("checkpoints.accountName", "STORAGE_ACCOUNT"),
			entry("checkpoints.accountKey", "STORAGE_KEY"), entry("console.username", "CONSOLE_USER"));

	private PipelineReferences() {
	}

	/**
	 * @param settings as in the settings file
	 * @param archive where the archive's files lie
	 * @param rollAge of the archive's files
	 */
	static References of(Map<String, String> settings, Path archive, String rollAge) {
		Map<String, String> values = new HashMap<>();
		REFERENCES.forEach((reference, setting) -> values.put(reference, settings.get(setting)));
		values.values().removeIf(Objects::isNull);
		String password = settings.get("CONSOLE_PASSWORD");
		if (password != null) {
			values.put("console.password", ConsoleAccount.hash(password));
		}
		values.put("archive.location", archive.toString().replace('\\', '/'));
		values.put("archive.rollAge", rollAge);
		return new References(values);
	}

}
