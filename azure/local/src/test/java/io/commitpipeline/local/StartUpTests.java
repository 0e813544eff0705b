package io.commitpipeline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartUpTests {

	@Test
	void bothStandInsAreUpWithinASecondOfTheirProcess(@TempDir Path directory) {
		List<Duration> times = new ArrayList<>();
		assertThat(IntStream.range(0, 10)
			.mapToObj((attempt) -> start(directory.resolve("attempt" + attempt)))
			.peek(times::add)
			.anyMatch((time) -> time.compareTo(Duration.ofSeconds(1)) < 0)).as(times::toString).isTrue();
	}

	private static Duration start(Path directory) {
		try {
			Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
					System.getProperty("java.class.path"), StartUpTests.class.getName(), directory.toString())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			return Duration.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** From the start of the virtual machine. */
	public static void main(String[] args) throws IOException {
		Path directory = Files.createDirectories(Path.of(args[0]));
		try (LocalEventHubs hubs = LocalEventHubs.builder(directory.resolve("hubs")).hub("orders", 4).start();
				LocalDataLake lake = LocalDataLake.builder(directory.resolve("lake")).fileSystem("raw").start()) {
			new Socket(InetAddress.getLoopbackAddress(), hubs.port()).close();
			new Socket(InetAddress.getLoopbackAddress(), lake.port()).close();
			System.out.println(Duration
				.ofMillis(System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()));
		}
	}

}
