package io.commitpipeline.admin.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between browser and console, cuts connections, refuses new ones, and holds back
 * what the console says.
 */
final class UnreliableProxy implements AutoCloseable {

	private final int target;

	private final ServerSocket server;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean refusing;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	UnreliableProxy(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		inBackground(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	void cut() {
		this.sockets.forEach(UnreliableProxy::close);
		this.sockets.clear();
	}

	void refuse(boolean refusing) {
		this.refusing = refusing;
		cut();
	}

	void holdBack() {
		this.gate = new CountDownLatch(1);
	}

	void goOn() {
		this.gate.countDown();
	}

	@Override
	public void close() {
		goOn();
		close(this.server);
		cut();
	}

	private void accept() throws IOException {
		while (true) {
			Socket browser = this.server.accept();
			if (this.refusing) {
				close(browser);
				continue;
			}
			Socket console = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(browser);
			this.sockets.add(console);
			inBackground(() -> browser.getInputStream().transferTo(console.getOutputStream()));
			inBackground(() -> answer(console, browser));
		}
	}

	private void answer(Socket console, Socket browser) throws Exception {
		InputStream in = console.getInputStream();
		byte[] bytes = new byte[8192];
		for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
			this.gate.await();
			browser.getOutputStream().write(bytes, 0, read);
		}
		browser.close();
	}

	private static void close(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void inBackground(Relay relay) {
		Thread thread = new Thread(() -> {
			try {
				relay.run();
			}
			catch (Exception ex) {
				// It was cut.
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	private interface Relay {

		void run() throws Exception;

	}

}
