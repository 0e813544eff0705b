package io.commitpipeline.local.eventhubs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs tokens as Microsoft's documentation shows it.
 */
record SasTokens(String keyName, String key) {

	String token(String resource, Instant expiresAt) {
		String audience = URLEncoder.encode(resource, StandardCharsets.UTF_8);
		String signature = sign(audience + "\n" + expiresAt.getEpochSecond());
		return "SharedAccessSignature sr=%s&sig=%s&se=%d&skn=%s".formatted(audience,
				URLEncoder.encode(signature, StandardCharsets.UTF_8), expiresAt.getEpochSecond(), this.keyName);
	}

	private String sign(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
