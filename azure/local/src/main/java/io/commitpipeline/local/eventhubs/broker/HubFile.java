package io.commitpipeline.local.eventhubs.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

import io.commitpipeline.local.files.PrivateFiles;

/**
 * What stays of a hub between two starts, besides its events.
 *
 * @param createdAt when it was first opened here
 * @param partitions how many partitions it has for good
 */
record HubFile(Instant createdAt, int partitions) {

	private static final String NAME = "hub.properties";

	static HubFile openOrCreate(Path directory, HubDefinition definition, Instant now) throws IOException {
		Path file = directory.resolve(NAME);
		if (Files.notExists(file)) {
			PrivateFiles.write(file, "created-at=%s%npartitions=%d%n".formatted(now, definition.partitions()));
		}
		HubFile hub = read(file);
		if (hub.partitions() != definition.partitions()) {
			throw new IllegalArgumentException("hub '%s' in %s has %d partitions; it cannot be opened with %d"
				.formatted(definition.name(), directory, hub.partitions(), definition.partitions()));
		}
		return hub;
	}

	private static HubFile read(Path file) throws IOException {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		try {
			return new HubFile(Instant.parse(properties.getProperty("created-at", "")),
					Integer.parseInt(properties.getProperty("partitions", "")));
		}
		catch (RuntimeException ex) {
			throw new IOException("%s is damaged: expected created-at and partitions".formatted(file), ex);
		}
	}

}
