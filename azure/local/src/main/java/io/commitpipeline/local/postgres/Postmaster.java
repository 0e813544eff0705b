package io.commitpipeline.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The server process that a data directory's {@code postmaster.pid} names.
 */
record Postmaster(ProcessHandle process) {

	private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(10);

	private static final Duration GRACE = Duration.ofSeconds(10);

	static Optional<Postmaster> of(Path data) {
		List<String> lines = pidFile(data);
		if (lines.size() < 3) {
			return Optional.empty();
		}
		Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
		return process(lines.get(0)).filter((process) -> isStartedAt(process, started)).map(Postmaster::new);
	}

	/**
	 * Removes a pid file whose number another program has by now: PostgreSQL would take
	 * that one for a server of its own and refuse to start.
	 */
	static void forgetStrangers(Path data) {
		boolean running = of(data).isPresent();
		pidFile(data).stream()
			.findFirst()
			.flatMap(Postmaster::process)
			.filter((process) -> !running)
			.ifPresent((stranger) -> {
				try {
					Files.delete(data.resolve("postmaster.pid"));
				}
				catch (IOException ex) {
					throw new PostgresException("The stale postmaster.pid in " + data + " cannot be removed", ex);
				}
			});
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Waits a while for the server to end by itself once its clients are gone, then kills
	 * it: its log brings everything committed back.
	 */
	void end() {
		List<ProcessHandle> all = Stream.concat(Stream.of(this.process), this.process.descendants()).toList();
		this.process.destroy();
		if (!haveEnded(all)) {
			this.process.destroyForcibly();
			if (!haveEnded(all)) {
				throw new PostgresException("PostgreSQL, process " + pid() + ", does not end");
			}
		}
	}

	private static boolean haveEnded(List<ProcessHandle> processes) {
		try {
			CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
				.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static Optional<ProcessHandle> process(String pid) {
		return ProcessHandle.of(Long.parseLong(pid.trim()));
	}

	private static boolean isStartedAt(ProcessHandle process, Instant started) {
		return process.info()
			.startInstant()
			.filter((actual) -> Duration.between(actual, started).abs().compareTo(CLOCK_DIFFERENCE) < 0)
			.isPresent();
	}

	private static List<String> pidFile(Path data) {
		try {
			return Files.readAllLines(data.resolve("postmaster.pid"));
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new PostgresException("postmaster.pid in " + data + " cannot be read", ex);
		}
	}

}
