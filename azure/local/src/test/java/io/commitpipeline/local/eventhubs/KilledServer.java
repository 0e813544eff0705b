package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Serves a hub until its process is killed; prints its port.
 */
final class KilledServer {

	private KilledServer() {
	}

	/**
	 * Starts in a process of its own.
	 * @param args the directory
	 * @throws IOException if it cannot start
	 */
	public static void main(String[] args) throws IOException {
		LocalEventHubs hubs = LocalEventHubs.builder(Path.of(args[0])).hub(HubFixture.HUB, 2).start();
		System.out.println(hubs.port());
	}

	static Process start(Path directory) throws IOException {
		String java = ProcessHandle.current().info().command().orElseThrow();
		return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), KilledServer.class.getName(),
				directory.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

}
