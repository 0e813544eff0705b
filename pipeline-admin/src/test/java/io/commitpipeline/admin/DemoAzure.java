package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.commitpipeline.local.LocalAzure;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * An Azure that looks as after a replay, one for all tests of the process: filling it
 * takes long. Ends after the applications on it.
 */
public final class DemoAzure {

	private static final LocalAzure azure = start();

	private DemoAzure() {
	}

	public static LocalAzure get() {
		return azure;
	}

	private static LocalAzure start() {
		try {
			Path directory = Files.createTempDirectory("demo-azure");
			LocalAzure started = LocalAzure.start(directory);
			SpringApplication.getShutdownHandlers().add(() -> {
				started.close();
				FileSystemUtils.deleteRecursively(directory.toFile());
			});
			new TestDatabase(started.postgres()).withDemo(200_000).with("unusual.sql");
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
