package io.commitpipeline.local.containerapps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Passes a process's output on, line by line, with its name in front.
 */
record LogPrefix(String name, int width, Consumer<String> log) {

	void follow(Process process) {
		Thread reader = new Thread(() -> pass(process), "log-of-" + this.name);
		reader.setDaemon(true);
		reader.start();
	}

	void say(String line) {
		this.log.accept(this.name + " ".repeat(Math.max(0, this.width - this.name.length())) + " | " + line);
	}

	private void pass(Process process) {
		try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
			lines.lines().forEach(this::say);
		}
		catch (IOException | UncheckedIOException ex) {
			say("The output ends: " + ex.getMessage());
		}
	}

}
