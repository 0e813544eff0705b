package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Rows on their way to the hub, at a pace.
 */
final class Load {

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final Sender sender;

	private final Rows rows;

	private final int to;

	private int next;

	private Load(Sender sender, Rows rows, int from, int to) {
		this.sender = sender;
		this.rows = rows;
		this.next = from;
		this.to = to;
	}

	static Load start(Sender sender, Rows rows, int from, int to, Duration duration) {
		Load load = new Load(sender, rows, from, to);
		long chunks = Math.max(1, (to - from) / Sender.CHUNK);
		load.thread.scheduleAtFixedRate(load::send, 0, Math.max(1, duration.toMillis() / chunks),
				TimeUnit.MILLISECONDS);
		return load;
	}

	private void send() {
		try {
			this.next = this.sender.sendChunk(this.rows, this.next);
			if (this.next >= this.to) {
				this.end.complete(null);
				this.thread.shutdown();
			}
		}
		catch (RuntimeException ex) {
			this.end.completeExceptionally(ex);
			this.thread.shutdown();
		}
	}

	void await(Duration patience) {
		try {
			this.end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError("The rows are not sent", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
