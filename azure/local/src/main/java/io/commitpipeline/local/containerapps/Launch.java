package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a process is started: it sees the environment given here and nothing else.
 *
 * @param name in the log
 * @param jar what runs
 * @param jvm options
 * @param arguments of its main
 * @param environment by name
 */
record Launch(String name, Path jar, List<String> jvm, List<String> arguments, Map<String, String> environment) {

	/** Programs cannot work without these on some systems. */
	private static final List<String> KEPT = List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL");

	Process start() throws IOException {
		if (Files.notExists(this.jar)) {
			throw new ContainerAppsException(
					this.jar + " is missing: build the project first (mvn -q -DskipTests package)");
		}
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.jvm);
		command.add("-jar");
		command.add(this.jar.toString());
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> !KEPT.contains(name));
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		process.getOutputStream().close();
		return process;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
