package io.commitpipeline.local.eventhubs.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;

/**
 * What one connection may use, and until when. A token for a hub goes for all below it.
 */
public final class Grants {

	/** A hub can have 1024 partitions, and a client a token for each of its links. */
	private static final int MOST = 10_000;

	private static final Pattern ORIGIN = Pattern.compile("^[a-z]+://[^/]*");

	private static final Pattern OUTER_SLASHES = Pattern.compile("^/+|(?<!/)/+$");

	private final SharedAccessKey key;

	private final Clock clock;

	private final Map<String, Instant> untilByPath = new HashMap<>();

	/**
	 * For a connection that may do nothing yet.
	 * @param key signs tokens
	 * @param clock says when they have ended
	 */
	public Grants(SharedAccessKey key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Takes everything from who signs in with the key itself.
	 * @return whether name and key are right
	 */
	public boolean signIn(String name, String key) {
		boolean right = this.key.matches(name, key);
		if (right) {
			this.untilByPath.put("", Instant.MAX);
		}
		return right;
	}

	/**
	 * Takes a token for as long as it is valid.
	 * @param audience what it is to be used for, as a URI
	 * @param token the shared access signature
	 * @throws RefusedException if it is not valid, or not for that
	 */
	public void take(String audience, String token) throws RefusedException {
		Instant until = check(audience, token);
		String path = path(audience);
		if (this.untilByPath.size() >= MOST && !this.untilByPath.containsKey(path)) {
			throw new RefusedException(Reason.LIMIT_EXCEEDED,
					"Exceeded the maximum number of tokens per connection which is %d.".formatted(MOST));
		}
		this.untilByPath.put(path, until);
	}

	/**
	 * Looks at a token without taking it.
	 * @param audience what it is to be used for
	 * @param token the shared access signature
	 * @return when it ends
	 * @throws RefusedException if it is not valid, or not for that
	 */
	public Instant check(String audience, String token) throws RefusedException {
		SasToken sas = SasToken.parse(token);
		if (!this.key.hasSigned(sas)) {
			throw new RefusedException(Reason.AUTH_FAILED, "InvalidSignature: The token has an invalid signature.");
		}
		if (!sas.expiresAt().isAfter(this.clock.instant())) {
			throw new RefusedException(Reason.AUTH_FAILED,
					"ExpiredToken: The token is expired. Expiration time: '%s'.".formatted(sas.expiresAt()));
		}
		if (!covers(path(sas.resource()), path(audience))) {
			throw new RefusedException(Reason.AUTH_FAILED,
					"InvalidSignature: The token is for '%s', not for '%s'.".formatted(sas.resource(), audience));
		}
		return sas.expiresAt();
	}

	/**
	 * Whether something may be used now.
	 * @param path hub, hub with partition, or hub with consumer group and partition
	 */
	public boolean allow(String path) {
		Instant now = this.clock.instant();
		String covering = path(path);
		while (!covering.isEmpty() && !isValid(covering, now)) {
			covering = covering.substring(0, Math.max(0, covering.lastIndexOf('/')));
		}
		return isValid(covering, now);
	}

	private boolean isValid(String path, Instant now) {
		return this.untilByPath.getOrDefault(path, Instant.MIN).isAfter(now);
	}

	/**
	 * Whether a hub's properties may be read: with a token for the hub or for anything of
	 * it.
	 */
	public boolean allowAnyOf(String hub) {
		Instant now = this.clock.instant();
		String wanted = path(hub);
		return allow(hub) || this.untilByPath.entrySet()
			.stream()
			.anyMatch((grant) -> grant.getValue().isAfter(now) && covers(wanted, grant.getKey()));
	}

	/**
	 * What an audience is about: a hub, or a node of the namespace.
	 * @param audience a URI
	 * @return the first part of its path
	 */
	public static String entity(String audience) {
		return path(audience).split("/")[0];
	}

	private static boolean covers(String path, String wanted) {
		return path.isEmpty() || wanted.equals(path) || wanted.startsWith(path + "/");
	}

	/**
	 * The path of a URI: clients name scheme, host and port in many ways.
	 */
	private static String path(String uri) {
		String path = ORIGIN.matcher(uri.toLowerCase(Locale.ROOT)).replaceFirst("");
		return OUTER_SLASHES.matcher(path).replaceAll("");
	}

}
