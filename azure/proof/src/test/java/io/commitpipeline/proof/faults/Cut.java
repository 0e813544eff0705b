package io.commitpipeline.proof.faults;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which answers are lost.
 */
final class Cut {

	static final Cut NEVER = new Cut("", 0);

	private final String text;

	private final AtomicInteger left;

	Cut(String text, int times) {
		this.text = text;
		this.left = new AtomicInteger(times);
	}

	boolean applies(byte[] bytes, int length) {
		return this.left.get() > 0 && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(this.text)
				&& this.left.getAndDecrement() > 0;
	}

}
