package io.commitpipeline.proof.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.commitpipeline.proof.faults.agent.Point;
import io.commitpipeline.proof.faults.agent.Points;

/**
 * Answers the applications that report from a point: goes on, waits or ends.
 */
final class Traps implements AutoCloseable {

	private static final int GO_ON = 'g';

	private static final long ANY = 0;

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<Point, Trap> traps = new ConcurrentHashMap<>();

	private Traps(ServerSocket server) {
		this.server = server;
	}

	static Traps open() {
		try {
			Traps traps = new Traps(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
			traps.threads.execute(traps::listen);
			return traps;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** The next process that comes to the point ends there. */
	Trap kill(Point point) {
		return set(new Trap(point, true, ANY));
	}

	/** The process's next thread that comes to the point waits there for its release. */
	Trap hold(Point point, App app) {
		return set(new Trap(point, false, app.pid()));
	}

	private Trap set(Trap trap) {
		this.traps.put(trap.point(), trap);
		return trap;
	}

	private void listen() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.threads.execute(() -> answer(socket));
			}
			catch (IOException ex) {
				if (!this.server.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	private void answer(Socket socket) {
		try (socket;
				BufferedReader reader = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
			String report = reader.readLine();
			// A process that was killed meanwhile leaves half a report, or none.
			if (report != null && report.endsWith(Points.END)) {
				socket.getOutputStream().write(answer(report.split(" ")));
			}
		}
		catch (IOException ex) {
			// The process has ended meanwhile: there is nobody to answer.
			return;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private int answer(String[] report) throws InterruptedException {
		long process = Long.parseLong(report[0]);
		Trap trap = this.traps.get(Point.valueOf(report[1]));
		if (trap == null || !trap.isFor(process) || !this.traps.remove(trap.point(), trap)) {
			return GO_ON;
		}
		trap.spring(process);
		return trap.kills() ? Points.HALT : GO_ON;
	}

	@Override
	public void close() {
		try {
			this.server.close();
			this.threads.shutdownNow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
