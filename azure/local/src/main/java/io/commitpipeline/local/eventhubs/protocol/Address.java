package io.commitpipeline.local.eventhubs.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.commitpipeline.local.eventhubs.broker.RefusedException;

/**
 * Where a link goes, as some clients write it with scheme and host in front.
 */
record Address(String node, Optional<String> group, Optional<String> partition) {

	private static final Pattern FORM = Pattern.compile(
			"(?:[a-z]+://[^/]*/|/)?([^/]+)(?:/ConsumerGroups/([^/]+))?(?:/Partitions/([^/]+))?/?",
			Pattern.CASE_INSENSITIVE);

	static Address parse(String address) throws RefusedException {
		Matcher matcher = FORM.matcher(String.valueOf(address));
		if (address == null || !matcher.matches()) {
			throw RefusedException.notFound(String.valueOf(address));
		}
		return new Address(matcher.group(1), Optional.ofNullable(matcher.group(2)),
				Optional.ofNullable(matcher.group(3)));
	}

}
