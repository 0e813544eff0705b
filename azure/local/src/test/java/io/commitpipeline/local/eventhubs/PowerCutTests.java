package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What would be there after a power cut is what was forced to the disk before.
 */
class PowerCutTests {

	private static final int MEGABYTES_IN_TWO_SEGMENTS = 70;

	@TempDir
	private Path directory;

	@Test
	void allThatMakesAHubReadableIsOnTheDiskBeforeAnEventIsAccepted() throws IOException {
		assertThat(forced(true)).containsSubsequence("", "hubs", "hubs/orders/hub.properties.new", "hubs/orders",
				"hubs/orders/partition-0", "hubs/orders/partition-0/00000000000000000000.log",
				"hubs/orders/partition-0", "hubs/orders/partition-0/00000000000000000067.log");
	}

	@Test
	void withoutFsyncOnlyTheRareFilesWaitForTheDisk() throws IOException {
		assertThat(forced(false)).containsExactly("hubs/orders/hub.properties.new", "hubs/orders");
	}

	private List<String> forced(boolean fsync) throws IOException {
		Path file = this.directory.resolve("forced.jfr");
		try (Recording recording = new Recording()) {
			recording.enable("jdk.FileForce").withoutThreshold();
			recording.start();
			sendTwoSegments(fsync);
			recording.stop();
			recording.dump(file);
		}
		return RecordingFile.readAllEvents(file)
			.stream()
			.sorted((one, other) -> one.getStartTime().compareTo(other.getStartTime()))
			.map((event) -> Path.of(event.getString("path")))
			.filter((path) -> path.startsWith(this.directory))
			.map((path) -> this.directory.relativize(path).toString())
			.toList();
	}

	private void sendTwoSegments(boolean fsync) throws IOException {
		try (LocalEventHubs hubs = LocalEventHubs.builder(this.directory.resolve("hubs"))
			.hub("orders", 1)
			.fsync(fsync)
			.start(); EventHubProducerClient producer = Clients.producer(hubs, "orders")) {
			Collections.nCopies(MEGABYTES_IN_TWO_SEGMENTS, new EventData(new byte[1_000_000]))
				.forEach((event) -> producer.send(List.of(event)));
		}
	}

}
