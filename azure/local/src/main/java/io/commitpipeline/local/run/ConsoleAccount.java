package io.commitpipeline.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import io.commitpipeline.local.files.PrivateFiles;

/**
 * Who may open the console; the password stays the same on one data directory.
 */
record ConsoleAccount(String user, String password) {

	private static final int SALT_BYTES = 16;

	private static final int ITERATIONS = 310_000;

	private static final int KEY_BITS = 256;

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

	/**
	 * The password as the console's configuration takes it, in the form of Spring
	 * Security's {@code pbkdf2@SpringSecurity_v5_8}: the salt, then the key.
	 */
	static String hash(String password) {
		byte[] salt = new byte[SALT_BYTES];
		new SecureRandom().nextBytes(salt);
		try {
			byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
				.generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
				.getEncoded();
			return "{pbkdf2@SpringSecurity_v5_8}" + HexFormat.of().formatHex(salt) + HexFormat.of().formatHex(key);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.user;
	}

}
