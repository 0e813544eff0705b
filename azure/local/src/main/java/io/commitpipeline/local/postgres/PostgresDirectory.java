package io.commitpipeline.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import io.commitpipeline.local.files.Directories;
import io.commitpipeline.local.files.PrivateFiles;

/**
 * What lies where below a server's directory.
 */
record PostgresDirectory(Path root) {

	PostgresDirectory(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	Path data() {
		return this.root.resolve("data");
	}

	Path binaries() {
		return this.root.resolve("binaries");
	}

	Path logFile() {
		return this.root.resolve("postgres.log");
	}

	ProcessBuilder.Redirect log() {
		return ProcessBuilder.Redirect.appendTo(logFile().toFile());
	}

	Path passwordFile() {
		return this.root.resolve("password");
	}

	/**
	 * Data without this mark come from an initialisation that was cut short.
	 */
	private Path initialised() {
		return this.root.resolve("initialised");
	}

	String password() {
		try {
			return Files.readString(passwordFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes the directory ready for a start.
	 * @return whether the server starts with no data
	 */
	boolean prepare() {
		try {
			if (Files.exists(initialised())) {
				return false;
			}
			Files.createDirectories(this.root);
			Directories.delete(data());
			PrivateFiles.write(passwordFile(), newPassword());
			return true;
		}
		catch (IOException ex) {
			throw new PostgresException(this.root + " cannot hold PostgreSQL's data: " + ex.getMessage(), ex);
		}
	}

	void markInitialised() {
		try {
			Files.createFile(initialised());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void delete() {
		try {
			Directories.delete(this.root);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String newPassword() {
		byte[] bytes = new byte[18];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
