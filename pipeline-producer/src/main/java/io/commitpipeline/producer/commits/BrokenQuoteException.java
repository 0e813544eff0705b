package io.commitpipeline.producer.commits;

/**
 * A quoted field does not end where a field ends, so that nobody knows where the row
 * does.
 */
class BrokenQuoteException extends InvalidRowException {

	BrokenQuoteException() {
		super(null, "a quote is opened and not closed where its field ends");
	}

}
