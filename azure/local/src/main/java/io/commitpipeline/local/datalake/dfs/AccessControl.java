package io.commitpipeline.local.datalake.dfs;

import io.commitpipeline.local.datalake.http.Reply;

/**
 * Who may do what: always the same, since whoever has the key may do everything.
 */
final class AccessControl {

	static final String OWNER = "$superuser";

	static final String PERMISSIONS = "rwxr-x---";

	private AccessControl() {
	}

	static void write(Reply reply) {
		reply.header("x-ms-owner", OWNER)
			.header("x-ms-group", OWNER)
			.header("x-ms-permissions", PERMISSIONS)
			.header("x-ms-acl", "user::rwx,group::r-x,other::---");
	}

}
