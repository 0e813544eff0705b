package io.commitpipeline.local.datalake.store;

import java.util.Locale;

/**
 * How a file's lease stands.
 */
public enum LeaseState {

	/** There is none. */
	AVAILABLE,

	/** Somebody holds it. */
	LEASED,

	/** It ran out; who held it may renew it while nobody else has come. */
	EXPIRED,

	/** It is being ended, and still holds. */
	BREAKING,

	/** It was ended. */
	BROKEN;

	/**
	 * Whether only the holder may write.
	 */
	public boolean locks() {
		return this == LEASED || this == BREAKING;
	}

	/**
	 * As headers tell it.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
