package io.commitpipeline.processor.coldpath;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.azure.core.util.Context;
import com.azure.storage.common.ParallelTransferOptions;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;

/**
 * The archive's file system.
 */
public class Lake {

	private static final int NOT_FOUND = 404;

	private static final Duration LIST_PATIENCE = Duration.ofMinutes(1);

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
	 * Fetches a file.
	 * @param name in the archive
	 * @param local is written over
	 */
	public void download(String name, Path local) {
		this.files.getFileClient(name).readToFile(local.toString(), true);
	}

	void moveIntoPlace(ArchiveFile file) {
		move(file.temporaryName(), file.name());
	}

	/**
	 * Renames a file. Doing so again does no harm: where the source is gone and the
	 * target is there, it has been done.
	 */
	void move(String from, String to) {
		// The service makes parents on create, not on rename.
		this.files.createDirectoryIfNotExists(to.substring(0, to.lastIndexOf('/')));
		try {
			this.files.getFileClient(from).rename(null, to);
		}
		catch (DataLakeStorageException ex) {
			if (ex.getStatusCode() != NOT_FOUND || !this.files.getFileClient(to).exists()) {
				throw ex;
			}
		}
	}

	/**
	 * Lists a partition's files of the hour and later, a request for each day.
	 * @param hour its folders, empty for all
	 */
	List<StrayFile> filesSince(String hour, int partition) {
		String day = "commits/" + hour.substring(0, Math.max(0, hour.indexOf('/')));
		return list("commits", false).filter((path) -> path.getName().compareTo(day) >= 0)
			.flatMap((path) -> list(path.getName(), true))
			.flatMap((path) -> StrayFile.of(path.getName()).stream())
			.filter((file) -> file.key().partition() == partition && file.hour().compareTo(hour) >= 0)
			.toList();
	}

	List<String> uploadsBefore(Instant time) {
		return list("tmp", false).filter((path) -> path.getLastModified().toInstant().isBefore(time))
			.map(PathItem::getName)
			.toList();
	}

	private Stream<PathItem> list(String directory, boolean recursive) {
		try {
			return this.files
				.listPaths(new ListPathsOptions().setPath(directory).setRecursive(recursive), LIST_PATIENCE)
				.stream()
				.toList()
				.stream();
		}
		catch (DataLakeStorageException ex) {
			if (ex.getStatusCode() == NOT_FOUND) {
				return Stream.empty();
			}
			throw ex;
		}
	}

	void delete(String name) {
		this.files.getFileClient(name).deleteIfExists();
	}

	boolean isThere(Duration patience) {
		return this.files.existsWithResponse(patience, Context.NONE).getValue();
	}

}
