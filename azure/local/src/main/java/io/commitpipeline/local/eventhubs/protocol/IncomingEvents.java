package io.commitpipeline.local.eventhubs.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a transfer carries.
 *
 * @param partitionKey the key of the transfer or of its first event; null if there is
 * none
 * @param messages encoded messages as they are kept, one per event
 */
record IncomingEvents(String partitionKey, List<byte[]> messages) {

	static final int BATCH_FORMAT = 0x80013700;

	private static final byte[] PARTITION_KEY = Annotations.symbol(Annotations.PARTITION_KEY);

	static IncomingEvents of(ByteBuffer transfer, int messageFormat) throws MalformedMessageException {
		try {
			return (messageFormat == BATCH_FORMAT) ? batch(transfer) : single(transfer);
		}
		catch (BufferUnderflowException ex) {
			throw new MalformedMessageException(ex);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new MalformedMessageException("The message is malformed: %s.".formatted(ex.getMessage()));
		}
	}

	private static IncomingEvents single(ByteBuffer transfer) {
		MessageParts parts = MessageParts.of(transfer);
		String key = partitionKey(parts);
		return new IncomingEvents(key, List.of(kept(parts, null)));
	}

	private static IncomingEvents batch(ByteBuffer transfer) {
		MessageParts envelope = MessageParts.of(transfer);
		String envelopeKey = partitionKey(envelope);
		String key = envelopeKey;
		List<byte[]> messages = new ArrayList<>();
		while (envelope.rest().hasRemaining()) {
			Section section = Section.take(envelope.rest());
			if (section.code() != Section.DATA) {
				continue;
			}
			MessageParts parts = MessageParts.of(section.binary());
			String ownKey = partitionKey(parts);
			key = (key != null) ? key : ownKey;
			messages.add(kept(parts, (ownKey != null) ? null : envelopeKey));
		}
		if (messages.isEmpty()) {
			throw new IllegalArgumentException("a batch without an event");
		}
		return new IncomingEvents(key, messages);
	}

	private static String partitionKey(MessageParts parts) {
		ByteBuffer source = parts.annotations().entries().duplicate();
		for (int entry = 0; entry < parts.annotations().count(); entry++) {
			String name = RawValues.text(RawValues.take(source));
			ByteBuffer value = RawValues.take(source);
			if (Annotations.PARTITION_KEY.equals(name)) {
				return RawValues.text(value);
			}
		}
		return null;
	}

	private static byte[] kept(MessageParts parts, String keyToAdd) {
		if (!parts.isComplete()) {
			throw new IllegalArgumentException("it has no body");
		}
		int keySize = (keyToAdd != null) ? PARTITION_KEY.length + 8 + 3 * keyToAdd.length() : 0;
		ByteBuffer kept = ByteBuffer.allocate(parts.size() + MapWriter.OVERHEAD + keySize);
		kept.put(parts.header().duplicate());
		if (keyToAdd != null || parts.annotations().count() > 0) {
			annotations(parts.annotations(), keyToAdd, new MapWriter(kept, Section.MESSAGE_ANNOTATIONS));
		}
		kept.put(parts.rest().duplicate());
		return Arrays.copyOf(kept.array(), kept.position());
	}

	private static void annotations(RawMap annotations, String keyToAdd, MapWriter writer) {
		ByteBuffer source = annotations.entries().duplicate();
		for (int entry = 0; entry < annotations.count(); entry++) {
			ByteBuffer name = RawValues.take(source);
			ByteBuffer value = RawValues.take(source);
			if (!Annotations.RESERVED.contains(String.valueOf(RawValues.text(name)))) {
				writer.entry(name, value);
			}
		}
		if (keyToAdd != null) {
			writer.entry(PARTITION_KEY, keyToAdd);
		}
		writer.end();
	}

}
