package io.commitpipeline.local.eventhubs.protocol;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;
import io.commitpipeline.local.eventhubs.broker.StartPosition;
import io.commitpipeline.local.eventhubs.broker.StartPosition.Kind;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Source;

/**
 * Reads the selector with which a receiver says where it begins.
 */
final class PositionFilter {

	private static final Pattern SELECTOR = Pattern
		.compile("\\s*amqp\\.annotation\\.([a-z-]+)\\s*(>=?)\\s*'?(@latest|-?\\d+)'?\\s*", Pattern.CASE_INSENSITIVE);

	/** A filter is known by its descriptor or, undescribed, by its key. */
	private static final Set<?> NAMES = Set.of(Symbol.valueOf("apache.org:selector-filter:string"),
			UnsignedLong.valueOf(0x0000468C00000004L));

	private PositionFilter() {
	}

	static StartPosition of(Source source) throws RefusedException {
		Map<?, ?> filters = (source.getFilter() != null) ? source.getFilter() : Map.of();
		for (Map.Entry<?, ?> filter : filters.entrySet()) {
			boolean described = filter.getValue() instanceof DescribedType;
			Object descriptor = described ? ((DescribedType) filter.getValue()).getDescriptor() : filter.getKey();
			if (NAMES.contains(descriptor) || NAMES.contains(filter.getKey())) {
				return parse(String
					.valueOf(described ? ((DescribedType) filter.getValue()).getDescribed() : filter.getValue()));
			}
		}
		return StartPosition.EARLIEST;
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
