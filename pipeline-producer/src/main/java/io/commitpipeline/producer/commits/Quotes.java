package io.commitpipeline.producer.commits;

/**
 * Whether a quoted field is open, by the same rules as the CSV reader: a quote opens at
 * the start of a field only.
 */
class Quotes {

	private boolean open;

	private boolean quoted;

	private boolean plain;

	boolean openAfter(byte[] bytes) {
		for (byte next : bytes) {
			accept(next);
		}
		return this.open;
	}

	private void accept(byte next) {
		if (this.open) {
			this.open = next != '"';
		}
		else if (next == ',') {
			this.quoted = false;
			this.plain = false;
		}
		else if (next == '"' && !this.plain) {
			this.open = true;
			this.quoted = true;
		}
		else if (!this.quoted) {
			this.plain = true;
		}
	}

}
