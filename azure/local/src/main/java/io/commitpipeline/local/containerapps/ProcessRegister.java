package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.commitpipeline.local.files.PrivateFiles;

/**
 * Remembers on disk which processes run, so that the next start can end what a killed one
 * left behind. A process is known by its id and the instant of its start.
 */
final class ProcessRegister {

	private final Path file;

	private final Map<String, ProcessHandle> running = new TreeMap<>();

	ProcessRegister(Path file) {
		this.file = file;
	}

	synchronized void put(String name, ProcessHandle process) {
		this.running.put(name, process);
		write();
	}

	synchronized void remove(String name) {
		this.running.remove(name);
		write();
	}

	synchronized Map<String, Long> pids() {
		return this.running.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().pid()));
	}

	synchronized List<ProcessHandle> running() {
		return List.copyOf(this.running.values());
	}

	synchronized void clear() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Processes of an earlier start that still run.
	 */
	List<ProcessHandle> left() {
		try {
			return Files.exists(this.file) ? Files.readAllLines(this.file)
				.stream()
				.map(ProcessRegister::find)
				.flatMap(Optional::stream)
				.toList() : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write() {
		try {
			PrivateFiles.write(this.file,
					this.running.entrySet()
						.stream()
						.map((entry) -> entry.getValue().pid() + " " + startedAt(entry.getValue()) + " "
								+ entry.getKey() + "\n")
						.collect(Collectors.joining()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<ProcessHandle> find(String line) {
		String[] parts = line.split(" ");
		return ProcessHandle.of(Long.parseLong(parts[0]))
			.filter((process) -> startedAt(process) == Long.parseLong(parts[1]));
	}

	private static long startedAt(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

}
