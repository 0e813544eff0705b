package io.commitpipeline.local.containerapps;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code apps.yaml} gives to an app in a place that is described by what its
 * references mean there.
 */
public final class Environments {

	private Environments() {
	}

	/**
	 * The environment of an app.
	 * @param repository the top folder
	 * @param app its name
	 * @param values of the references; what has none is left out, as on Azure
	 * @return values by the name of the environment variable
	 */
	public static Map<String, String> of(Path repository, String app, Map<String, String> values) {
		AppsFile file = AppsFile.read(repository.resolve("azure").resolve("apps.yaml"));
		Map<String, String> environment = new TreeMap<>();
		file.environment(file.apps().get(app)).forEach((name, setting) -> {
			String value = (setting.from() != null) ? values.get(setting.from()) : setting.literal();
			if (value != null) {
				environment.put(name, value);
			}
		});
		return environment;
	}

}
