package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * With what a console starts that is not started by Spring's test support.
 */
public final class TestConsole {

	private TestConsole() {
	}

	/**
	 * @return the settings by name, those of {@link ConsoleTest} among them
	 */
	public static Map<String, String> settings(LocalAzure azure) {
		try {
			Map<String, String> settings = new HashMap<>(azure.properties());
			PropertiesLoaderUtils.loadProperties(new ClassPathResource("console.properties"))
				.forEach((name, value) -> settings.put((String) name, (String) value));
			return settings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
