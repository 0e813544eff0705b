package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the scripts of {@code azure} on what they take for Azure: a recording stand-in for
 * its CLI that knows just the commands and options of the real one.
 */
final class ScriptRun {

	private static final Path RESOURCES = Path.of("src", "test", "resources", "infra").toAbsolutePath();

	private final Path state;

	private final Path tools;

	ScriptRun(Path directory) throws IOException {
		this.state = Files.createDirectories(directory.resolve("state"));
		this.tools = Files.createDirectories(directory.resolve("tools"));
		Files.writeString(this.state.resolve("database"), "Ready");
		tool("az", "az");
		tool("tool", "mvn");
		tool("tool", "java");
		tool("tool", "docker");
	}

	private void tool(String resource, String name) throws IOException {
		Path file = Files.copy(RESOURCES.resolve(resource), this.tools.resolve(name));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** Whether something is there on Azure. */
	boolean has(String thing) {
		return Files.exists(this.state.resolve(thing));
	}

	Result run(Map<String, String> environment, String script, String... arguments) throws Exception {
		Files.deleteIfExists(this.state.resolve("calls"));
		List<String> command = new ArrayList<>(List.of("bash", Repository.AZURE.resolve(script).toString()));
		command.addAll(List.of(arguments));
		Path output = Files.createTempFile(this.state, "script", ".out");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().put("PATH", this.tools + ":" + System.getenv("PATH"));
		builder.environment()
			.putAll(Map.of("PAUSE", "0", "AZ_STATE", this.state.toString(), "AZ_TABLE",
					RESOURCES.resolve("az-commands.txt").toString(), "AGENT",
					this.state.resolve("database").toString()));
		builder.environment().putAll(environment);
		Process process = builder.start();
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError(script + " does not end:\n" + Files.readString(output));
		}
		return new Result(process.exitValue(), Files.readString(output),
				has("calls") ? Files.readAllLines(this.state.resolve("calls")) : List.of());
	}

	/**
	 * @param calls of az, mvn and java, in their order
	 */
	record Result(int exitCode, String output, List<String> calls) {

		/** Calls that change something, without their arguments. */
		List<String> changes() {
			return this.calls.stream()
				.map((call) -> call.replaceFirst(" -.*", ""))
				.filter((call) -> !call.matches(".* (show|exists|list|list-skus)|java.*"))
				.toList();
		}

	}

}
