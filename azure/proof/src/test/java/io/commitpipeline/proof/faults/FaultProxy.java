package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stands before a server and breaks its connections.
 */
final class FaultProxy implements AutoCloseable {

	private final int target;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Set<Link> links = ConcurrentHashMap.newKeySet();

	private volatile ServerSocket server;

	private volatile boolean swallowing;

	private volatile Cut cut = Cut.NEVER;

	private FaultProxy(int target, ServerSocket server) {
		this.target = target;
		this.server = server;
	}

	static FaultProxy before(int target) {
		FaultProxy proxy = new FaultProxy(target, bind(0));
		proxy.listen();
		return proxy;
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Connections break, new ones are refused. */
	void refuse() {
		close(this.server);
		reset();
	}

	/** The end of {@link #refuse()}. */
	void accept() {
		this.server = bind(this.server.getLocalPort());
		listen();
	}

	/** All connections break, new ones succeed. */
	void reset() {
		this.links.forEach(Link::reset);
	}

	/** Bytes vanish, nothing closes, also on new connections. */
	void swallow() {
		this.swallowing = true;
		this.links.forEach(Link::swallow);
	}

	/** New connections work again; what was swallowed stays lost. */
	void deliver() {
		this.swallowing = false;
	}

	/** The next answers that hold the text are lost with their connections. */
	void cutAnswers(String text, int times) {
		this.cut = new Cut(text, times);
	}

	boolean mustCut(byte[] bytes, int length) {
		return this.cut.applies(bytes, length);
	}

	void forget(Link link) {
		this.links.remove(link);
	}

	private static ServerSocket bind(int port) {
		try {
			ServerSocket server = new ServerSocket();
			server.setReuseAddress(true);
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void listen() {
		ServerSocket listening = this.server;
		this.threads.execute(() -> {
			while (!listening.isClosed()) {
				try {
					open(listening.accept());
				}
				catch (IOException ex) {
					// The listener was closed, or the target refuses: nobody to tell.
					continue;
				}
			}
		});
	}

	private void open(Socket client) throws IOException {
		Link link = new Link(this, client);
		try {
			link.connect(this.target);
			this.links.add(link);
			if (this.swallowing) {
				link.swallow();
			}
			this.threads.execute(link::pumpRequests);
			this.threads.execute(link::pumpAnswers);
		}
		catch (IOException | RejectedExecutionException ex) {
			link.reset();
		}
	}

	private static void close(ServerSocket server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		close(this.server);
		this.links.forEach(Link::reset);
		this.threads.shutdownNow();
	}

}
