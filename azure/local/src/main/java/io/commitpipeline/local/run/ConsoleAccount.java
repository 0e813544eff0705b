package io.commitpipeline.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import io.commitpipeline.local.files.PrivateFiles;

/**
 * Who may open the console; the password stays the same on one data directory.
 */
record ConsoleAccount(String user, String password) {

	static ConsoleAccount in(Path file) {
		try {
			if (Files.notExists(file)) {
				byte[] bytes = new byte[12];
				new SecureRandom().nextBytes(bytes);
				PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
			}
			return new ConsoleAccount("admin", Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.user;
	}

}
