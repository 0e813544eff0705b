package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The content of {@code azure/apps.yaml}.
 *
 * @param apps what runs all the time, by name
 * @param jobs what runs to its end, by name
 */
record AppsFile(Map<String, App> apps, Map<String, Job> jobs) {

	static AppsFile read(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
			return new ObjectMapper().convertValue(content, AppsFile.class);
		}
		catch (IOException | YAMLException | IllegalArgumentException ex) {
			throw new ContainerAppsException(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

}
