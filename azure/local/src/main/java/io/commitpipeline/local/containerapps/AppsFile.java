package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The content of {@code azure/apps.yaml}.
 *
 * @param environments settings in common, by name
 * @param apps what runs all the time, by name
 * @param jobs what runs to its end, by name
 */
record AppsFile(Map<String, Map<String, Setting>> environments, Map<String, App> apps, Map<String, Job> jobs) {

	static AppsFile read(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			return new ObjectMapper().convertValue(content, AppsFile.class);
		}
		catch (IOException | YAMLException | IllegalArgumentException ex) {
			throw new ContainerAppsException(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	Map<String, Setting> environment(App app) {
		return environment(app.uses(), app.environment());
	}

	Map<String, Setting> environment(Job job) {
		return environment(job.uses(), job.environment());
	}

	private Map<String, Setting> environment(List<String> uses, Map<String, Setting> own) {
		Map<String, Setting> all = new TreeMap<>();
		for (String name : (uses != null) ? uses : List.<String>of()) {
			all.putAll(this.environments.get(name));
		}
		all.putAll(own);
		return all;
	}

}
