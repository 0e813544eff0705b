package io.commitpipeline.admin.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The hashes that passwords are kept as.
 */
public final class PasswordHashes {

	private static final String STANDARD = "pbkdf2@SpringSecurity_v5_8";

	private PasswordHashes() {
	}

	/**
	 * New hashes, and those of unknown users, are of the standard kind: an answer takes
	 * as long whether there is such a user or not.
	 */
	static PasswordEncoder encoder() {
		return new DelegatingPasswordEncoder(STANDARD, Map.of(STANDARD,
				Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), "bcrypt", new BCryptPasswordEncoder()));
	}

	/**
	 * Prints the hash of a password.
	 * @param password the password, up to the end or a line's end
	 * @param target where its hash goes
	 * @throws IOException if the password cannot be read
	 */
	public static void print(InputStream password, PrintStream target) throws IOException {
		String text = new String(password.readAllBytes(), StandardCharsets.UTF_8);
		target.println(encoder().encode(text.lines().findFirst().orElse("")));
	}

}
