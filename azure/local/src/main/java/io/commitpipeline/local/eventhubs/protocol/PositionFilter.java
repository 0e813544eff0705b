package io.commitpipeline.local.eventhubs.protocol;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;
import io.commitpipeline.local.eventhubs.broker.StartPosition;
import io.commitpipeline.local.eventhubs.broker.StartPosition.Kind;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.messaging.Source;

/**
 * Reads the selector with which a receiver says where it begins.
 */
final class PositionFilter {

	private static final Pattern SELECTOR = Pattern
		.compile("\\s*amqp\\.annotation\\.([a-z-]+)\\s*(>=?)\\s*'?(@latest|-?\\d+)'?\\s*", Pattern.CASE_INSENSITIVE);

	private PositionFilter() {
	}

	static StartPosition of(Source source) throws RefusedException {
		Map<?, ?> filters = source.getFilter();
		if (filters == null || filters.isEmpty()) {
			return StartPosition.EARLIEST;
		}
		Object filter = filters.values().iterator().next();
		Object selector = (filter instanceof DescribedType described) ? described.getDescribed() : filter;
		return parse(String.valueOf(selector));
	}

	private static StartPosition parse(String selector) throws RefusedException {
		Matcher matcher = SELECTOR.matcher(selector);
		if (!matcher.matches()) {
			throw invalid(selector);
		}
		Kind kind = kind(matcher.group(1), selector);
		if (matcher.group(3).startsWith("@")) {
			return StartPosition.LATEST;
		}
		try {
			return new StartPosition(kind, Long.parseLong(matcher.group(3)), matcher.group(2).equals(">="));
		}
		catch (NumberFormatException ex) {
			throw invalid(selector);
		}
	}

	private static Kind kind(String annotation, String selector) throws RefusedException {
		return switch (annotation) {
			case Annotations.OFFSET -> Kind.OFFSET;
			case Annotations.SEQUENCE_NUMBER -> Kind.SEQUENCE_NUMBER;
			case Annotations.ENQUEUED_TIME -> Kind.ENQUEUED_TIME;
			default -> throw invalid(selector);
		};
	}

	private static RefusedException invalid(String selector) {
		return new RefusedException(Reason.INVALID_ARGUMENT, "The filter \"%s\" is invalid.".formatted(selector));
	}

}
