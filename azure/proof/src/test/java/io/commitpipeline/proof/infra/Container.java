package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A container of one of the images that {@code azure/images.sh} has built, as a process.
 */
record Container(String image, Process process, Path log) implements AutoCloseable {

	private static final Path STORE = Repository.AZURE.resolve("target").resolve("images");

	/** By the entry point, the user and the folder of the image. */
	static Container start(String image, Map<String, String> environment, Path log) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("buildah", "--storage-driver", "vfs", "--root", STORE.resolve("storage").toString(),
						"--runroot", STORE.resolve("run").toString(), "run", "--isolation", "chroot"));
		environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
		command.addAll(List.of(image, "--", "java", "-jar", "app.jar"));
		return new Container(image,
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
	}

	void awaitSuccess() throws InterruptedException {
		if (!this.process.waitFor(2, TimeUnit.MINUTES) || this.process.exitValue() != 0) {
			throw new AssertionError(this.image + " has not succeeded:\n" + output());
		}
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
