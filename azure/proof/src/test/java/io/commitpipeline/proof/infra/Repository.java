package io.commitpipeline.proof.infra;

import java.nio.file.Path;

/**
 * The files that the checks are about.
 */
final class Repository {

	static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

	static final Path AZURE = ROOT.resolve("azure");

	static final Path INFRA = AZURE.resolve("infra");

	private Repository() {
	}

}
