package io.commitpipeline.producer.commits;

/**
 * A line of a file with its end-of-line bytes.
 *
 * @param number its number, from 1
 * @param bytes its bytes, no more than {@link Lines#LONGEST}
 * @param cut whether bytes are missing because there were more
 */
record Line(long number, byte[] bytes, boolean cut) {

	boolean isBlank() {
		return this.bytes.length == 0 || this.bytes[0] == '\n' || this.bytes[0] == '\r';
	}

}
