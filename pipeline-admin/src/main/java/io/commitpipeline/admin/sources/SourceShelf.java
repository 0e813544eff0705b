package io.commitpipeline.admin.sources;

import java.io.InputStream;
import java.util.UUID;

import com.azure.core.util.Context;
import com.azure.storage.common.ParallelTransferOptions;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import com.azure.storage.file.datalake.options.FileParallelUploadOptions;

import org.apache.commons.fileupload2.core.FileUploadException;
import org.springframework.stereotype.Component;

/**
 * Puts commit logs into the lake, whole or not at all.
 */
@Component
class SourceShelf {

	private static final String FILE_SYSTEM = "sources";

	/** The producer does not list what begins with a dot. */
	private static final String UNFINISHED = ".uploads/";

	private static final int PRESENT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private final DataLakeFileSystemClient files;

	private final ParallelTransferOptions blocks;

	SourceShelf(DataLakeServiceClient lake, UploadProperties properties) {
		this.files = lake.getFileSystemClient(FILE_SYSTEM);
		long block = properties.blockSize().toBytes();
		// Unless told otherwise the SDK keeps the first 100 MB in memory, to send them at
		// once.
		this.blocks = new ParallelTransferOptions().setBlockSizeLong(block)
			.setMaxSingleUploadSizeLong(block)
			.setMaxConcurrency(1);
	}

	boolean has(String name) {
		return this.files.getFileClient(name).exists();
	}

	/**
	 * Puts a file there.
	 * @param name under which it is found
	 * @param content its bytes, read once from end to end
	 * @return false if there is one of that name
	 * @throws UploadRefusedException if the content breaks off
	 */
	boolean put(String name, InputStream content) {
		DataLakeFileClient unfinished = this.files.getFileClient(UNFINISHED + UUID.randomUUID());
		try {
			unfinished.uploadWithResponse(
					new FileParallelUploadOptions(content).setParallelTransferOptions(this.blocks), null, Context.NONE);
			unfinished.renameWithResponse(null, name, null, new DataLakeRequestConditions().setIfNoneMatch("*"), null,
					Context.NONE);
			return true;
		}
		catch (DataLakeStorageException ex) {
			if (ex.getStatusCode() == PRESENT || ex.getStatusCode() == PRECONDITION_FAILED) {
				return false;
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			if (ex.getCause() instanceof FileUploadException) {
				throw new UploadRefusedException(
						"The file broke off on its way. Nothing of it is in the lake: try again.");
			}
			throw ex;
		}
		finally {
			unfinished.deleteIfExists();
		}
	}

}
