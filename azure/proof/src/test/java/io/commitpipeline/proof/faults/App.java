package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * An application under test: a process of its own.
 */
final class App {

	private static final Duration START = Duration.ofSeconds(90);

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final Process process;

	private final int port;

	private final Path log;

	private boolean frozen;

	private App(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
	}

	static App start(List<String> command, Map<String, String> environment, int port, Path log) {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		try {
			Process process = builder.start();
			// A suite that is broken off leaves nothing running.
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return new App(process, port, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Of an application that has ended. */
	int exitValue() {
		return this.process.exitValue();
	}

	App awaitReady() {
		Awaitility.await("readiness, see " + this.log)
			.atMost(START)
			.pollInterval(Duration.ofMillis(100))
			.until(this::isReady);
		return this;
	}

	boolean isReady() {
		if (!isAlive()) {
			throw new AssertionError("The application has ended:\n" + output());
		}
		return status("readiness") == 200;
	}

	/**
	 * @return the HTTP status of a health group, 0 without an answer
	 */
	int status(String group) {
		URI uri = URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(this.port, group));
		try {
			return HTTP
				.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(8)).build(), BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** {@code kill -9}. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd(Duration.ofSeconds(10));
	}

	/** SIGTERM. */
	void terminate() {
		this.process.destroy();
	}

	void awaitEnd(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError("The application has not ended within " + patience + ":\n" + output());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	synchronized void freeze() {
		this.frozen = true;
		signal("STOP");
	}

	synchronized void wake() {
		this.frozen = false;
		signal("CONT");
	}

	/** What a scenario froze stays so. */
	synchronized void stall(String signal) {
		if (!this.frozen && isAlive()) {
			signal(signal);
		}
	}

	private void signal(String name) {
		try {
			int sent = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
			if (sent != 0 && isAlive()) {
				throw new IllegalStateException("Signal " + name + " is not sent");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
