package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code apps.yaml} sets, the packaged apps read, and what they cannot do without,
 * it sets.
 */
class SettingsIT {

	/** Read by the agent that is in the images, not by the apps. */
	private static final Set<String> OF_THE_AGENT = Set.of("APPLICATIONINSIGHTS_CONNECTION_STRING",
			"APPLICATIONINSIGHTS_AUTHENTICATION_STRING");

	/** Settings of people, not of a place: docs/console.md. */
	private static final Set<String> OPTIONAL = Set.of("pipeline.console.users", "pipeline.console.claims");

	private static final Map<String, AppSettings> read = new HashMap<>();

	@ParameterizedTest
	@ValueSource(strings = { "producer", "processor", "admin" })
	void everyVariableThatAnAppGetsIsOneThatItReads(String app) throws IOException {
		AppSettings settings = settings(app);
		assertThat(environment(app)).isNotEmpty()
			.filteredOn((variable) -> !OF_THE_AGENT.contains(variable))
			.allMatch(settings::knows, "is read by " + app);
	}

	@ParameterizedTest
	@ValueSource(strings = { "producer", "processor", "admin" })
	void everySettingWithoutADefaultIsSet(String app) throws IOException {
		AppSettings settings = settings(app);
		Set<String> needed = new TreeSet<>(settings.asked());
		needed.removeIf((name) -> name.startsWith("java."));
		settings.own().forEach((name, hasDefault) -> {
			if (!hasDefault && !OPTIONAL.contains(name)) {
				needed.add(name);
			}
		});
		needed.removeAll(settings.written());
		Set<String> given = environment(app).stream().map(AppSettings::letters).collect(Collectors.toSet());
		assertThat(needed).isNotEmpty()
			.allMatch((name) -> given.contains(AppSettings.letters(name)), "is set for " + app + " by apps.yaml");
	}

	@Test
	void theMigrationGetsWhatItReads() throws IOException {
		Set<String> read = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Repository.ROOT.resolve("db/src/main/java"))) {
			for (Path source : sources.filter((file) -> file.toString().endsWith(".java")).toList()) {
				Pattern.compile("\"((?:SPRING|PIPELINE)_[A-Z_]*[A-Z])\"")
					.matcher(Files.readString(source))
					.results()
					.forEach((match) -> read.add(match.group(1)));
			}
		}
		AppsYaml apps = AppsYaml.read();
		Set<String> given = new TreeSet<>(apps.environment(apps.jobs().get("migration")).keySet());
		// Its identity is always a managed one.
		given.remove("SPRING_CLOUD_AZURE_CREDENTIAL_MANAGED_IDENTITY_ENABLED");
		// Of each app, and of all of them where they have a password.
		assertThat(given.removeIf((name) -> name.startsWith("PIPELINE_LOGINS_"))).isTrue();
		assertThat(given).isEqualTo(read);
		assertThat(apps.environment(apps.jobs().get("migration"))).containsKey("PIPELINE_LOGINS_PASSWORD")
			.containsKeys(apps.apps()
				.keySet()
				.stream()
				.map((app) -> "PIPELINE_LOGINS_" + app.toUpperCase())
				.toArray(String[]::new));
	}

	private static AppSettings settings(String app) throws IOException {
		if (!read.containsKey(app)) {
			read.put(app, AppSettings.of((String) AppsYaml.read().apps().get(app).get("jar")));
		}
		return read.get(app);
	}

	private static List<String> environment(String app) throws IOException {
		AppsYaml apps = AppsYaml.read();
		Map<String, Object> definition = apps.apps().get(app);
		return List.copyOf(apps.environment(definition).keySet());
	}

}
