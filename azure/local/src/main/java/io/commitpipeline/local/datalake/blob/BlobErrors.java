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
			entry(Failure.FILE_SYSTEM_NOT_FOUND,
					new ServiceError(404, "ContainerNotFound", "The specified container does not exist.")),
			entry(Failure.FILE_SYSTEM_EXISTS,
					new ServiceError(409, "ContainerAlreadyExists", "The specified container already exists.")),
			entry(Failure.NOT_FOUND, new ServiceError(404, "BlobNotFound", "The specified blob does not exist.")),
			entry(Failure.EXISTS, new ServiceError(409, "BlobAlreadyExists", "The specified blob already exists.")),
			entry(Failure.WRONG_KIND,
					new ServiceError(409, "ResourceTypeMismatch",
							"The specified resource type does not match the type of the existing resource.")),
			entry(Failure.NOT_EMPTY, new ServiceError(409, "DirectoryIsNotEmpty",
					"This operation is not permitted on a non-empty directory.")));

	private BlobErrors() {
	}

}
