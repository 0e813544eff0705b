package io.commitpipeline.local.eventhubs.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.commitpipeline.local.files.Directories;
import io.commitpipeline.local.files.DirectoryLock;
import io.commitpipeline.local.files.Durability;

/**
 * All hubs of a directory, for one process at a time.
 */
public final class Broker implements AutoCloseable {

	private final DirectoryLock lock;

	private final Path directory;

	private final boolean fsync;

	private final Clock clock;

	private final Map<String, Hub> hubs = new ConcurrentHashMap<>();

	private Broker(DirectoryLock lock, Path directory, boolean fsync, Clock clock) {
		this.lock = lock;
		this.directory = directory;
		this.fsync = fsync;
		this.clock = clock;
	}

	/**
	 * Opens or creates hubs.
	 * @param directory where they lie
	 * @param definitions the hubs
	 * @param fsync whether accepted events wait for the disk
	 * @param clock gives the enqueued times
	 * @return the broker
	 * @throws IOException if the directory is in use or cannot be read
	 */
	public static Broker open(Path directory, Collection<HubDefinition> definitions, boolean fsync, Clock clock)
			throws IOException {
		new Durability(fsync).createDirectories(directory);
		Broker broker = new Broker(lock(directory), directory, fsync, clock);
		try {
			for (HubDefinition definition : definitions) {
				broker.requireNew(definition.name());
				broker.open(definition);
			}
			return broker;
		}
		catch (IOException | RuntimeException ex) {
			broker.close();
			throw ex;
		}
	}

	private void requireNew(String name) {
		if (this.hubs.containsKey(key(name))) {
			throw new IllegalArgumentException("hub '%s': there is one of this name already".formatted(name));
		}
	}

	private void open(HubDefinition definition) throws IOException {
		String name = key(definition.name());
		this.hubs.put(name, Hub.open(this.directory.resolve(name), definition, this.fsync, this.clock));
	}

	/**
	 * Deletes a hub and makes it again, with nothing in it. Links to the old one are left
	 * to whoever has them.
	 * @param name its name, in any case
	 * @param partitions how many partitions it has from now on
	 * @throws RefusedException if there is none of that name
	 * @throws IOException if it cannot be deleted or made
	 */
	public synchronized void recreate(String name, int partitions) throws RefusedException, IOException {
		Hub old = hub(name);
		HubDefinition definition = old.definition().withPartitions(partitions);
		old.close();
		Directories.delete(this.directory.resolve(key(name)));
		open(definition);
	}

	/**
	 * Gives up what is too old or too much.
	 * @param retention what stays
	 * @throws IOException if that cannot be kept
	 */
	public synchronized void retain(Retention retention) throws IOException {
		for (Hub hub : this.hubs.values()) {
			hub.retain(retention);
		}
	}

	private static DirectoryLock lock(Path directory) throws IOException {
		return DirectoryLock.take(directory.resolve(".lock"))
			.orElseThrow(() -> new IOException("%s is in use by another namespace".formatted(directory)));
	}

	/**
	 * Finds a hub.
	 * @param name its name, in any case
	 * @return the hub
	 * @throws RefusedException if there is none of that name
	 */
	public Hub hub(String name) throws RefusedException {
		Hub hub = this.hubs.get(key(name));
		if (hub == null) {
			throw RefusedException.notFound(name);
		}
		return hub;
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	@Override
	public synchronized void close() throws IOException {
		try (this.lock) {
			for (Hub hub : this.hubs.values()) {
				hub.close();
			}
		}
	}

}
