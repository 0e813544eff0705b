package io.commitpipeline.local.datalake.dfs;

import io.commitpipeline.local.datalake.http.CommonErrors;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Failure;

/**
 * What the store's refusals are called in Data Lake Storage.
 */
final class DfsErrors {

	private DfsErrors() {
	}

	static ServiceError of(Failure failure) {
		return switch (failure) {
			case FILE_SYSTEM_NOT_FOUND ->
				new ServiceError(404, "FilesystemNotFound", "The specified filesystem does not exist.");
			case FILE_SYSTEM_EXISTS ->
				new ServiceError(409, "FilesystemAlreadyExists", "The specified filesystem already exists.");
			case NOT_FOUND -> new ServiceError(404, "PathNotFound", "The specified path does not exist.");
			case EXISTS -> new ServiceError(409, "PathAlreadyExists", "The specified path already exists.");
			case WRONG_KIND -> new ServiceError(409, "PathConflict",
					"The specified path, or an element of the path, exists and its resource type is invalid for this operation.");
			case KINDS_DIFFER -> new ServiceError(409, "InvalidSourceOrDestinationResourceType",
					"The source and destination resource type must be identical.");
			case NOT_EMPTY -> new ServiceError(409, "DirectoryNotEmpty",
					"The recursive query parameter value must be true to delete a non-empty directory.");
			case SOURCE_NOT_FOUND ->
				new ServiceError(404, "SourcePathNotFound", "The source path for a rename operation does not exist.");
			case TARGET_PARENT_NOT_FOUND -> new ServiceError(404, "RenameDestinationParentPathNotFound",
					"The parent directory of the destination path does not exist.");
			case RENAME_INTO_ITSELF -> new ServiceError(409, "InvalidRenameSourcePath",
					"The source directory cannot be the same as the destination directory, nor can the destination be a subdirectory of the source directory.");
			case SOURCE_CONDITION_NOT_MET -> new ServiceError(412, "SourceConditionNotMet",
					"The source condition specified using HTTP conditional header(s) is not met.");
			case INVALID_FLUSH_POSITION -> new ServiceError(400, "InvalidFlushPosition",
					"The uploaded data is not contiguous or the position query parameter value is not equal to the length of the file after appending the uploaded data.");
			default -> CommonErrors.of(failure);
		};
	}

}
