package io.commitpipeline.proof.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * Starts applications, with the agent in them.
 */
final class Launcher {

	private static final String CONSUMER = "spring.cloud.stream.eventhubs.bindings.%sPath-in-0.consumer.";

	private final Path directory;

	private final Path agent;

	private final String agentArguments;

	private final Map<String, String> environment;

	private final List<App> apps = new CopyOnWriteArrayList<>();

	/**
	 * @param runner port that the applications report to from points, 0 for none
	 * @param defect planted in each application, null for none
	 */
	Launcher(Path directory, int runner, Defect defect, Map<String, String> environment,
			Map<String, String> properties) {
		this.directory = directory;
		this.agent = AgentJar.write(directory.resolve("agent.jar"));
		this.agentArguments = runner + ((defect != null) ? "," + defect : "");
		this.environment = new HashMap<>(environment);
		this.environment.put("SPRING_APPLICATION_JSON", json(properties));
	}

	/** Partitions of a dead owner move soon, files are short. */
	static Map<String, String> haste() {
		Map<String, String> properties = new TreeMap<>();
		properties.put("pipeline.archive.roll-age", "2s");
		properties.put("pipeline.replay.lease", "5s");
		consumers(properties, "load-balancing.update-interval", "1s");
		consumers(properties, "load-balancing.partition-ownership-expiration-interval", "5s");
		return properties;
	}

	/** Sets a property of the consumers of both paths. */
	static void consumers(Map<String, String> properties, String name, String value) {
		properties.put(CONSUMER.formatted("hot") + name, value);
		properties.put(CONSUMER.formatted("cold") + name, value);
	}

	App start(String name, String... arguments) {
		int port = Ports.free();
		Map<String, String> all = new HashMap<>(this.environment);
		all.put("SERVER_PORT", Integer.toString(port));
		List<String> command = new ArrayList<>(List.of(AppJar.java().toString(), "-Xmx384m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-javaagent:%s=%s".formatted(this.agent, this.agentArguments), "-jar",
				AppJar.of(name).toString()));
		command.addAll(List.of(arguments));
		App app = App.start(command, all, port, this.directory.resolve("%s-%d.log".formatted(name, this.apps.size())));
		this.apps.add(app);
		return app;
	}

	/** All that were started, in the order of it. */
	List<App> apps() {
		return this.apps;
	}

	/** Whether an application has said all of this. */
	boolean hasSaid(List<String> signs) {
		return this.apps.stream().map(App::output).anyMatch((output) -> signs.stream().allMatch(output::contains));
	}

	void killAll() {
		this.apps.stream().filter(App::isAlive).forEach(App::kill);
	}

	private static String json(Map<String, String> properties) {
		return properties.entrySet()
			.stream()
			.map((property) -> "\"%s\":\"%s\"".formatted(property.getKey(), property.getValue()))
			.collect(Collectors.joining(",", "{", "}"));
	}

}
