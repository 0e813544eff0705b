package io.commitpipeline.processor.coldpath;

import java.nio.file.Path;
import java.time.Duration;

import com.azure.core.util.Context;
import com.azure.storage.common.ParallelTransferOptions;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.DataLakeStorageException;

/**
 * The archive's file system.
 */
class Lake {

	private static final int NOT_FOUND = 404;

	/** Bounds what an upload holds in memory: two blocks. */
	private static final ParallelTransferOptions BLOCKS = new ParallelTransferOptions().setBlockSizeLong(4L << 20)
		.setMaxSingleUploadSizeLong(4L << 20)
		.setMaxConcurrency(2);

	private final DataLakeFileSystemClient files;

	Lake(DataLakeFileSystemClient files) {
		this.files = files;
	}

	void upload(Path local, String name) {
		this.files.getFileClient(name).uploadFromFile(local.toString(), BLOCKS, null, null, null, null);
	}

	/**
	 * Renames the file into place. Doing so again does no harm: where the source is gone
	 * and the target is there, it has been done.
	 */
	void moveIntoPlace(ArchiveFile file) {
		// The service makes parents on create, not on rename.
		this.files.createDirectoryIfNotExists(file.directory());
		try {
			this.files.getFileClient(file.temporaryName()).rename(null, file.name());
		}
		catch (DataLakeStorageException ex) {
			if (ex.getStatusCode() != NOT_FOUND || !this.files.getFileClient(file.name()).exists()) {
				throw ex;
			}
		}
	}

	void delete(String name) {
		this.files.getFileClient(name).deleteIfExists();
	}

	boolean isThere(Duration patience) {
		return this.files.existsWithResponse(patience, Context.NONE).getValue();
	}

}
