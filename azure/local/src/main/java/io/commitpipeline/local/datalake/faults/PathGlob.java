package io.commitpipeline.local.datalake.faults;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of paths: {@code *} within a name, {@code **} across directories. The same on
 * every system, which {@code java.nio} has none of.
 */
final class PathGlob {

	private static final Pattern WILDCARD = Pattern.compile("\\*\\*|\\*");

	private PathGlob() {
	}

	static Predicate<String> of(String glob) {
		String regex = Pattern.compile("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)")
			.splitAsStream(glob)
			.map(PathGlob::translate)
			.collect(Collectors.joining());
		return Pattern.compile(regex).asMatchPredicate();
	}

	private static String translate(String part) {
		if (!WILDCARD.matcher(part).matches()) {
			return Pattern.quote(part);
		}
		return (part.length() > 1) ? ".*" : "[^/]*";
	}

}
