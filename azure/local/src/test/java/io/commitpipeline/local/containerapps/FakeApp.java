package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.net.httpserver.HttpServer;

/**
 * Stands for an app: tells its environment, is ready at once, ends when told to by its
 * environment. It is run from its source file, packed into a jar by the test.
 */
public final class FakeApp {

	private FakeApp() {
	}

	public static void main(String[] args) throws IOException {
		System.out.println("arguments " + List.of(args) + ", environment " + System.getenv());
		if (System.getenv("FAIL") != null) {
			System.exit(Integer.parseInt(System.getenv("FAIL")));
		}
		if (System.getenv("SERVER_PORT") == null) {
			return;
		}
		HttpServer server = HttpServer.create(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("SERVER_PORT"))),
				0);
		server.createContext("/ready", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		Runtime.getRuntime().addShutdownHook(new Thread(FakeApp::stopped));
	}

	private static void stopped() {
		try {
			Files.writeString(Path.of(System.getenv("STOPPED")), "gracefully");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
