package io.commitpipeline.local;

import java.util.function.Supplier;

import io.commitpipeline.local.postgres.LocalPostgres;

/**
 * A database that starts when it is first asked for: many tests never ask.
 */
final class LatePostgres implements AutoCloseable {

	private final Supplier<LocalPostgres> start;

	private LocalPostgres started;

	LatePostgres(Supplier<LocalPostgres> start) {
		this.start = start;
	}

	synchronized LocalPostgres get() {
		if (this.started == null) {
			this.started = this.start.get();
		}
		return this.started;
	}

	@Override
	public synchronized void close() {
		if (this.started != null) {
			this.started.close();
		}
	}

}
