package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What an app can be told: the settings that it and its libraries declare in their
 * metadata, and those that its {@code application.yml} has.
 *
 * @param own declared by the app itself, each with whether it has a default
 * @param known declared by anybody, and for maps their beginnings, which end with a dot
 * @param written in its application.yml
 * @param asked placeholders of its application.yml
 */
record AppSettings(Map<String, Boolean> own, Set<String> known, Set<String> written, Set<String> asked) {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final ObjectMapper json = new ObjectMapper();

	static AppSettings of(String jar) throws IOException {
		Map<String, Boolean> own = new TreeMap<>();
		Set<String> known = new TreeSet<>();
		Set<String> written = new TreeSet<>();
		Set<String> asked = new TreeSet<>();
		try (JarFile app = new JarFile(Repository.ROOT.resolve(jar).toFile())) {
			for (JarEntry entry : app.stream().toList()) {
				try (InputStream content = app.getInputStream(entry)) {
					if (entry.getName().endsWith(METADATA)) {
						properties(content.readAllBytes())
							.forEach((one) -> own.put(one.path("name").asText(), one.has("defaultValue")));
					}
					else if (entry.getName().endsWith("BOOT-INF/classes/application.yml")) {
						String yaml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
						collect("", new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), written);
						asked.addAll(placeholders(yaml));
					}
					else if (entry.getName().matches(".*/spring-[^/]*\\.jar")) {
						library(content, known);
					}
				}
			}
		}
		known.addAll(own.keySet());
		return new AppSettings(own, known, written, asked);
	}

	/** As relaxed as Spring is: an environment variable has neither dashes nor dots. */
	static String letters(String name) {
		return name.toUpperCase().replaceAll("[^A-Z0-9]", "");
	}

	boolean knows(String variable) {
		String letters = letters(variable);
		return Set.of(this.known, this.written, this.asked)
			.stream()
			.flatMap(Set::stream)
			.anyMatch((name) -> name.endsWith(".") ? letters.startsWith(letters(name)) : letters.equals(letters(name)));
	}

	private static void library(InputStream content, Set<String> known) throws IOException {
		JarInputStream library = new JarInputStream(content);
		for (JarEntry entry = library.getNextJarEntry(); entry != null; entry = library.getNextJarEntry()) {
			if (entry.getName().equals(METADATA)) {
				properties(library.readAllBytes()).forEach((one) -> known.add(one.path("name").asText()
						+ (one.path("type").asText().startsWith("java.util.Map") ? "." : "")));
			}
		}
	}

	private static Iterable<JsonNode> properties(byte[] metadata) throws IOException {
		return json.readTree(metadata).path("properties");
	}

	private static void collect(String name, Object value, Set<String> names) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, inner) -> collect(name.isEmpty() ? key.toString() : name + "." + key, inner, names));
		}
		else {
			names.add(name);
		}
	}

	/** Without those that bring a default along. */
	private static List<String> placeholders(String yaml) {
		return Pattern.compile("\\$\\{([a-z.-]+)}").matcher(yaml).results().map((match) -> match.group(1)).toList();
	}

}
