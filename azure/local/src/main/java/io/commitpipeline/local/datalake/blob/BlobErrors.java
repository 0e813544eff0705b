package io.commitpipeline.local.datalake.blob;

import java.util.Map;

import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Failure;

import static java.util.Map.entry;

/**
 * What the store's refusals are called in Blob Storage.
 */
final class BlobErrors {

	static final Map<Failure, ServiceError> TABLE = Map.ofEntries(
			entry(Failure.INVALID_NAME,
					new ServiceError(400, "InvalidResourceName",
							"The specified resource name contains invalid characters.")),
			entry(Failure.FILE_SYSTEM_NOT_FOUND,
					new ServiceError(404, "ContainerNotFound", "The specified container does not exist.")),
			entry(Failure.FILE_SYSTEM_EXISTS,
					new ServiceError(409, "ContainerAlreadyExists", "The specified container already exists.")),
			entry(Failure.NOT_FOUND, new ServiceError(404, "BlobNotFound", "The specified blob does not exist.")),
			entry(Failure.EXISTS, new ServiceError(409, "BlobAlreadyExists", "The specified blob already exists.")),
			entry(Failure.WRONG_KIND,
					new ServiceError(409, "ResourceTypeMismatch",
							"The specified resource type does not match the type of the existing resource.")),
			entry(Failure.NOT_EMPTY,
					new ServiceError(409, "DirectoryIsNotEmpty",
							"This operation is not permitted on a non-empty directory.")),
			entry(Failure.CONDITION_NOT_MET,
					new ServiceError(412, "ConditionNotMet",
							"The condition specified using HTTP conditional header(s) is not met.")),
			entry(Failure.INVALID_BLOCK_LIST,
					new ServiceError(400, "InvalidBlockList", "The specified block list is invalid.")),
			entry(Failure.DIGEST_MISMATCH, new ServiceError(400, "Md5Mismatch",
					"The MD5 value specified in the request did not match with the MD5 value calculated by the server.")));

	private BlobErrors() {
	}

}
