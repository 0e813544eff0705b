package io.commitpipeline.admin.security;

/**
 * What somebody may do.
 */
enum Role {

	/** Look at everything. */
	VIEWER,

	/** Change things, too. */
	OPERATOR

}
