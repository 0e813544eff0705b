package io.commitpipeline.local.eventhubs.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the namespace that allows everything.
 *
 * @param name the policy's name
 * @param key its text, which is the secret as it stands: clients do not decode it
 */
public record SharedAccessKey(String name, String key) {

	/**
	 * The key of a namespace that was given no other; no secret.
	 */
	public static final SharedAccessKey DEFAULT = new SharedAccessKey("local", "bG9jYWw=");

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * Whether somebody who signs in by name and key is let in.
	 */
	public boolean matches(String name, String key) {
		return this.name.equals(name) && same(this.key, key);
	}

	boolean hasSigned(SasToken token) {
		return this.name.equals(token.keyName()) && same(sign(token.signedText()), token.signature());
	}

	private String sign(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ALGORITHM + " is missing in this Java runtime", ex);
		}
	}

	private static boolean same(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "SharedAccessKey[name=%s]".formatted(this.name);
	}

}
