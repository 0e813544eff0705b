package io.commitpipeline.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a database that can be shut: connections are refused, those there are break.
 */
final class DatabaseGate implements AutoCloseable {

	private final URI target;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private ServerSocket server;

	/**
	 * A gate to the database of this JDBC URL, shut.
	 */
	DatabaseGate(String url) throws IOException {
		this.target = URI.create(url.substring("jdbc:".length()));
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
		}
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + this.target.getPath();
	}

	void open() throws IOException {
		if (this.server != null && !this.server.isClosed()) {
			return;
		}
		ServerSocket opened = new ServerSocket(this.port, 50, InetAddress.getLoopbackAddress());
		this.server = opened;
		background(() -> {
			while (true) {
				connect(opened.accept());
			}
		});
	}

	void shut() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	private void connect(Socket client) throws IOException {
		Socket database = new Socket(this.target.getHost(), this.target.getPort());
		this.sockets.add(client);
		this.sockets.add(database);
		background(() -> pass(client, database));
		background(() -> pass(database, client));
	}

	private static void pass(Socket from, Socket to) throws IOException {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
	}

	private static void background(Transfer transfer) {
		Thread thread = new Thread(() -> {
			try {
				transfer.run();
			}
			catch (IOException ex) {
				// The gate was shut, or one side has closed.
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			shut();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Transfer {

		void run() throws IOException;

	}

}
