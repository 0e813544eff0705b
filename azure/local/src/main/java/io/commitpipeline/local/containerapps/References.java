package io.commitpipeline.local.containerapps;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the references of {@code apps.yaml} mean on this machine.
 */
public final class References {

	/** Known, but without a value here: on Azure an identity takes the place of keys. */
	private static final Set<String> ONLY_ON_AZURE = Set.of("identity.enabled", "identity.clientId",
			"producer.principalId", "processor.principalId", "admin.principalId", "eventhubs.namespace",
			"eventhubs.retention", "ownership.interval", "ownership.expiry", "insights.connectionString",
			"insights.authentication", "entra.clientId", "entra.method", "entra.name", "entra.scope", "entra.issuer");

	private final Map<String, String> values;

	public References(Map<String, String> values) {
		this.values = Map.copyOf(values);
	}

	References with(Map<String, String> more) {
		Map<String, String> all = new HashMap<>(this.values);
		all.putAll(more);
		return new References(all);
	}

	Map<String, String> resolve(Map<String, Setting> settings) {
		Map<String, String> environment = new TreeMap<>();
		settings.forEach((name, setting) -> {
			if (setting.from() == null) {
				environment.put(name, setting.literal());
			}
			else if (!ONLY_ON_AZURE.contains(setting.from())) {
				environment.put(name, value(name, setting.from()));
			}
		});
		return environment;
	}

	private String value(String name, String reference) {
		String value = this.values.get(reference);
		if (value == null) {
			throw new ContainerAppsException(
					"apps.yaml takes " + name + " from " + reference + ", which nothing here provides");
		}
		return value;
	}

}
