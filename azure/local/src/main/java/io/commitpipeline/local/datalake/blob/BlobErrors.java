package io.commitpipeline.local.datalake.blob;

import io.commitpipeline.local.datalake.http.CommonErrors;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Failure;

/**
 * What the store's refusals are called in Blob Storage.
 */
final class BlobErrors {

	private BlobErrors() {
	}

	static ServiceError of(Failure failure) {
		return switch (failure) {
			case FILE_SYSTEM_NOT_FOUND ->
				new ServiceError(404, "ContainerNotFound", "The specified container does not exist.");
			case FILE_SYSTEM_EXISTS ->
				new ServiceError(409, "ContainerAlreadyExists", "The specified container already exists.");
			case NOT_FOUND -> new ServiceError(404, "BlobNotFound", "The specified blob does not exist.");
			case EXISTS -> new ServiceError(409, "BlobAlreadyExists", "The specified blob already exists.");
			case WRONG_KIND -> new ServiceError(409, "ResourceTypeMismatch",
					"The specified resource type does not match the type of the existing resource.");
			case NOT_EMPTY -> new ServiceError(409, "DirectoryIsNotEmpty",
					"This operation is not permitted on a non-empty directory.");
			default -> CommonErrors.of(failure);
		};
	}

}
