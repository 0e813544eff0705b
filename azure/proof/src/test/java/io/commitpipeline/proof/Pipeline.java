package io.commitpipeline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged pipeline on one data directory, driven through its command line only.
 */
final class Pipeline {

	private static final Path JAR = Path.of("..", "local", "target", "azure-local.jar").toAbsolutePath().normalize();

	private static final Duration DEADLINE = Duration.ofMinutes(4);

	private final Path dataDirectory;

	private Pipeline(Path dataDirectory) {
		this.dataDirectory = dataDirectory;
	}

	static Pipeline in(Path dataDirectory) {
		return new Pipeline(dataDirectory);
	}

	/**
	 * Runs a command to its end.
	 */
	Outcome run(String... arguments) {
		return outcome(start(arguments));
	}

	/**
	 * Starts a command and leaves it running.
	 */
	Running start(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
		command.addAll(Arrays.asList(arguments));
		command.addAll(List.of("--data-dir", this.dataDirectory.toString(), "--port", Integer.toString(freePort())));
		try {
			Path out = Files.createTempFile("pipeline", ".out");
			Path err = Files.createTempFile("pipeline", ".err");
			Process process = new ProcessBuilder(command).redirectOutput(Redirect.to(out.toFile()))
				.redirectError(Redirect.to(err.toFile()))
				.start();
			return new Running(process, out, err);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Outcome outcome(Running running) {
		try {
			if (!running.process().waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
				running.process().destroyForcibly();
				throw new AssertionError("Not done within " + DEADLINE + ":\n" + Files.readString(running.err()));
			}
			return new Outcome(running.process().exitValue(), Files.readAllLines(running.out()),
					Files.readString(running.err()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What {@code azure.env} says; empty while nothing runs.
	 */
	Map<String, String> settings() {
		Path file = this.dataDirectory.resolve("azure.env");
		if (!Files.exists(file)) {
			return Map.of();
		}
		try {
			Map<String, String> settings = new HashMap<>();
			for (String line : Files.readAllLines(file)) {
				int equals = line.indexOf('=');
				settings.put(line.substring(0, equals), line.substring(equals + 1));
			}
			return settings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Archive archive() {
		return new Archive(this.dataDirectory.resolve("datalake").resolve("archive"));
	}

	Path dataDirectory() {
		return this.dataDirectory;
	}

	/**
	 * A command under way, its output going to two files.
	 */
	record Running(Process process, Path out, Path err) {
	}

}
