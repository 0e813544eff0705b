package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.models.EventPosition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 20,000 events a second for minutes, read by one group at once and by another far too
 * slowly: the server's memory stays flat. Run it with {@code -Dsoak=10} (minutes).
 */
@EnabledIfSystemProperty(named = "soak", matches = "\\d+")
class SoakTests {

	private static final int BATCHES_PER_SECOND = 40;

	private static final int EVENTS = 500;

	private static final byte[] BODY = new byte[100];

	@TempDir
	private Path directory;

	private Process server;

	private String connectionString;

	@BeforeEach
	void start() throws IOException {
		this.server = KilledServer.start(this.directory, "-Xmx96m");
		String port = this.server.inputReader().readLine();
		this.connectionString = "Endpoint=sb://127.0.0.1:%s;SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;UseDevelopmentEmulator=true;EntityPath=%s"
			.formatted(port, HubFixture.HUB);
	}

	@AfterEach
	void stop() {
		this.server.destroyForcibly();
	}

	@Test
	void memoryStaysFlat() {
		Duration length = Duration.ofMinutes(Integer.getInteger("soak"));
		AtomicLong sent = new AtomicLong();
		AtomicLong fast = new AtomicLong();
		AtomicLong slow = new AtomicLong();
		List<Long> megabytes = Collections.synchronizedList(new ArrayList<>());
		try (var producer = Clients.of(this.connectionString).buildAsyncProducerClient();
				var fastClient = Clients.of(this.connectionString).consumerGroup("$Default").buildAsyncConsumerClient();
				var slowClient = Clients.of(this.connectionString).consumerGroup("hot").buildAsyncConsumerClient()) {
			Disposable fastReader = fastClient.receiveFromPartition("0", EventPosition.earliest())
				.subscribe((event) -> fast.incrementAndGet());
			Disposable slowReader = slowClient.receiveFromPartition("0", EventPosition.earliest())
				.limitRate(100)
				.delayElements(Duration.ofMillis(1))
				.subscribe((event) -> slow.incrementAndGet());
			Disposable meter = Flux.interval(length.dividedBy(60)).subscribe((tick) -> megabytes.add(resident()));
			Flux.interval(Duration.ofSeconds(1).dividedBy(BATCHES_PER_SECOND))
				.onBackpressureBuffer()
				.take(length.toSeconds() * BATCHES_PER_SECOND)
				.flatMap((tick) -> producer.send(Collections.nCopies(EVENTS, new EventData(BODY)), Clients.to("0"))
					.thenReturn(EVENTS), 4)
				.doOnNext(sent::addAndGet)
				.blockLast();
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> fast.get() == sent.get());
			List.of(fastReader, slowReader, meter).forEach(Disposable::dispose);
		}
		System.out.printf("%,d events in %s; the slow group read %,d; megabytes of the server: %s%n", sent.get(),
				length, slow.get(), megabytes);
		assertThat(slow.get()).isPositive().isLessThan(sent.get() / 2);
		int half = megabytes.size() / 2;
		assertThat(Collections.max(megabytes.subList(half, megabytes.size())))
			.isLessThanOrEqualTo(Collections.max(megabytes.subList(0, half)) + 16);
	}

	private long resident() {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(this.server.pid()), "status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
