package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;

/**
 * A message cut where annotations are rewritten.
 *
 * @param header the header section, or nothing
 * @param annotations the message annotations
 * @param rest all behind them
 */
record MessageParts(ByteBuffer header, RawMap annotations, ByteBuffer rest) {

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	/**
	 * Cuts a message; delivery annotations are meant for one hop and left out.
	 */
	static MessageParts of(ByteBuffer message) {
		ByteBuffer source = message.duplicate();
		ByteBuffer header = NOTHING;
		RawMap annotations = RawMap.EMPTY;
		while (source.hasRemaining()) {
			int start = source.position();
			Section section = Section.take(source);
			switch (section.code()) {
				case Section.HEADER -> header = section.bytes();
				case Section.DELIVERY_ANNOTATIONS -> {
					continue;
				}
				case Section.MESSAGE_ANNOTATIONS -> annotations = RawMap.of(section.value());
				default -> {
					return new MessageParts(header, annotations, source.slice(start, source.limit() - start));
				}
			}
		}
		return new MessageParts(header, annotations, NOTHING);
	}

	/**
	 * Whether all that follows the annotations is well formed, with a body.
	 */
	boolean isComplete() {
		ByteBuffer source = this.rest.duplicate();
		boolean body = false;
		while (source.hasRemaining()) {
			body |= Section.take(source).isBody();
		}
		return body;
	}

	int size() {
		return this.header.remaining() + this.annotations.entries().remaining() + this.rest.remaining();
	}

}
