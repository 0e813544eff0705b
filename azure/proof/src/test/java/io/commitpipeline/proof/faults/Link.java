package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A connection through the proxy.
 */
final class Link {

	private final FaultProxy proxy;

	private final Socket client;

	private final Socket server = new Socket();

	private volatile boolean swallowed;

	Link(FaultProxy proxy, Socket client) {
		this.proxy = proxy;
		this.client = client;
	}

	void connect(int target) throws IOException {
		this.client.setTcpNoDelay(true);
		this.server.setTcpNoDelay(true);
		this.server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
	}

	void pumpRequests() {
		pump(this.client, this.server, false);
	}

	void pumpAnswers() {
		pump(this.server, this.client, true);
	}

	private void pump(Socket from, Socket to, boolean answers) {
		byte[] buffer = new byte[64 << 10];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			int length = in.read(buffer);
			while (length >= 0) {
				if (answers && this.proxy.mustCut(buffer, length)) {
					reset();
					return;
				}
				if (!this.swallowed) {
					out.write(buffer, 0, length);
				}
				length = in.read(buffer);
			}
			end();
		}
		catch (IOException ex) {
			reset();
		}
	}

	/** A swallowed connection does not even end. */
	private void end() throws IOException {
		if (!this.swallowed) {
			this.client.close();
			this.server.close();
			this.proxy.forget(this);
		}
	}

	void swallow() {
		this.swallowed = true;
	}

	void reset() {
		reset(this.client);
		reset(this.server);
		this.proxy.forget(this);
	}

	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException ex) {
			// Closed by its peer meanwhile: that is what was wanted.
			return;
		}
	}

}
