package io.commitpipeline.processor.events;

/**
 * The content of an event can never be counted. The message is a reason fit for storing
 * and showing.
 */
public class InvalidEventException extends Exception {

	private static final int LONGEST = 500;

	public InvalidEventException(String reason) {
		super(storable(reason), null, false, false);
	}

	private static String storable(String reason) {
		String printable = reason.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
		return (printable.length() <= LONGEST) ? printable : printable.substring(0, LONGEST);
	}

}
