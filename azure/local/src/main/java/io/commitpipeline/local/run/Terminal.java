package io.commitpipeline.local.run;

import java.io.PrintStream;

/**
 * Where the program speaks: results on standard output, all else on standard error.
 *
 * @param out takes results
 * @param err takes the rest
 * @param interactive whether a person is watching
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

	private static final String CLEAR_LINE = "\r\u001B[K";

	void result(String line) {
		this.out.println(line);
		this.out.flush();
	}

	/**
	 * A line among others; on a terminal it takes the place of the progress, which comes
	 * back by itself.
	 * @param line what to say
	 */
	public void log(String line) {
		this.err.print((this.interactive ? CLEAR_LINE : "") + line + System.lineSeparator());
	}

}
