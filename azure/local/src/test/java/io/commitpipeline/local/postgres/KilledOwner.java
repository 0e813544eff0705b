package io.commitpipeline.local.postgres;

import java.nio.file.Path;

/**
 * A program that starts PostgreSQL and is gone before it could stop it.
 */
final class KilledOwner {

	private KilledOwner() {
	}

	public static void main(String[] args) {
		LocalPostgres.builder(Path.of(args[0])).fsync(false).sharedBinaries().start();
		Runtime.getRuntime().halt(1);
	}

}
