package io.commitpipeline.proof.faults.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the runner at each point what is to happen, and waits there for the answer.
 */
public final class Points {

	/**
	 * The runner's answer that ends the process as {@code kill -9} does.
	 */
	public static final int HALT = 'h';

	/**
	 * How a report ends that is whole.
	 */
	public static final String END = " .";

	private static int runner;

	private Points() {
	}

	static void report(int port) {
		runner = port;
	}

	/**
	 * Called from the applications' methods.
	 */
	public static void reached(String point) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), runner)) {
			String line = ProcessHandle.current().pid() + " " + point + END + "\n";
			socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
			if (socket.getInputStream().read() == HALT) {
				Runtime.getRuntime().halt(137);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The runner does not answer at " + point, ex);
		}
	}

}
