package io.commitpipeline.local.datalake.store;

/**
 * Why the store refused to do something.
 */
public enum Failure {

	/** The name is none that a file system or path may have. */
	INVALID_NAME,

	/** There is no such file system. */
	FILE_SYSTEM_NOT_FOUND,

	/** There is a file system of that name already. */
	FILE_SYSTEM_EXISTS,

	/** There is no such file or directory. */
	NOT_FOUND,

	/** There is one already, and it was not to be replaced. */
	EXISTS,

	/** A directory stands where a file is needed, or the other way round. */
	WRONG_KIND,

	/** A file cannot replace a directory, nor a directory a file. */
	KINDS_DIFFER,

	/** The directory still holds something. */
	NOT_EMPTY,

	/** What is to be renamed is not there. */
	SOURCE_NOT_FOUND,

	/** The directory that a path is to be renamed into is not there. */
	TARGET_PARENT_NOT_FOUND,

	/** The target of a directory's rename lies within it. */
	RENAME_INTO_ITSELF,

	/** A condition on the resource does not hold. */
	CONDITION_NOT_MET,

	/** A condition on the source of a rename does not hold. */
	SOURCE_CONDITION_NOT_MET,

	/** The resource is still the one that the caller knows. */
	UNCHANGED,

	/** What was appended does not add up to the position of the flush. */
	INVALID_FLUSH_POSITION,

	/** The list names a block that was never put. */
	INVALID_BLOCK_LIST,

	/** The bytes are not those that their digest tells of. */
	DIGEST_MISMATCH,

	/** Somebody else holds the lease. */
	LEASE_PRESENT,

	/** The lease is being ended. */
	LEASE_BREAKING,

	/** The lease was ended by somebody. */
	LEASE_BROKEN,

	/** There is no lease to change or end. */
	NO_LEASE,

	/** The lease has another id. */
	LEASE_DIFFERS,

	/** A write does not name the lease. */
	LEASE_ID_MISSING,

	/** A write names another lease. */
	LEASE_DIFFERS_FOR_WRITE,

	/** A write names a lease where there is none. */
	NO_LEASE_FOR_WRITE,

	/** A write names a lease that is over. */
	LEASE_LOST

}
