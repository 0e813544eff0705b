package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code azure/apps.yaml}, as plain maps and lists.
 */
record AppsYaml(Map<String, Map<String, Object>> environments, Map<String, Map<String, Object>> apps,
		Map<String, Map<String, Object>> jobs) {

	@SuppressWarnings("unchecked")
	static AppsYaml read() throws IOException {
		Map<String, Object> file = load(Repository.AZURE.resolve("apps.yaml"));
		return new AppsYaml((Map<String, Map<String, Object>>) file.get("environments"),
				(Map<String, Map<String, Object>>) file.get("apps"),
				(Map<String, Map<String, Object>>) file.get("jobs"));
	}

	static Map<String, Object> load(Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
		}
	}

	/** What an app or a job gets: literals, or maps with a reference. */
	@SuppressWarnings("unchecked")
	Map<String, Object> environment(Map<String, Object> definition) {
		Map<String, Object> all = new LinkedHashMap<>();
		((List<String>) definition.get("uses")).forEach((name) -> all.putAll(this.environments.get(name)));
		all.putAll((Map<String, Object>) definition.get("environment"));
		return all;
	}

	Set<String> references() {
		Set<String> references = new TreeSet<>();
		for (Map<String, Map<String, Object>> definitions : List.of(this.apps, this.jobs)) {
			definitions.values().forEach((definition) -> environment(definition).values().forEach((value) -> {
				if (value instanceof Map<?, ?> reference) {
					references.add((String) reference.get("from"));
				}
			}));
		}
		return references;
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Map<String, Object> parent, String key) {
		return (Map<String, Object>) parent.get(key);
	}

}
