package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An application as the build packages it, unpacked by its own tool: a third of the time
 * to start is gone.
 */
final class AppJar {

	private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

	private static final Path UNPACKED = Path.of("target", "faults", "apps").toAbsolutePath();

	private static final Map<String, Path> JARS = new ConcurrentHashMap<>();

	private AppJar() {
	}

	static Path of(String app) {
		return JARS.computeIfAbsent(app, AppJar::unpack);
	}

	static Path java() {
		return Path.of(System.getProperty("java.home"), "bin", "java");
	}

	private static Path unpack(String app) {
		Path packaged = REPOSITORY.resolve(app).resolve("target").resolve(app + ".jar");
		Path target = UNPACKED.resolve(app);
		Path unpacked = target.resolve(app + ".jar");
		try {
			if (Files.exists(unpacked) && isNewer(unpacked, packaged)) {
				return unpacked;
			}
			Files.createDirectories(UNPACKED);
			Process process = new ProcessBuilder(java().toString(), "-Djarmode=tools", "-jar", packaged.toString(),
					"extract", "--force", "--destination", target.toString())
				.redirectErrorStream(true)
				.redirectOutput(UNPACKED.resolve(app + ".log").toFile())
				.start();
			if (process.waitFor() != 0) {
				throw new IllegalStateException(packaged + " cannot be unpacked, see " + UNPACKED);
			}
			return unpacked;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isNewer(Path unpacked, Path packaged) throws IOException {
		return Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(packaged)) > 0;
	}

}
