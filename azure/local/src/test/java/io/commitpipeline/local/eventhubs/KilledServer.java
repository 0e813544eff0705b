package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
		LocalEventHubs hubs = LocalEventHubs.builder(Path.of(args[0])).hub(HubFixture.HUB, 2, "hot").start();
		System.out.println(hubs.port());
	}

	static Process start(Path directory, String... options) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), KilledServer.class.getName(),
				directory.toString()));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

}
