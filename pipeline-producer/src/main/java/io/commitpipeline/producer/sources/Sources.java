package io.commitpipeline.producer.sources;

import java.util.List;
import java.util.function.Supplier;

import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import com.azure.storage.file.datalake.models.ListPathsOptions;

import org.springframework.stereotype.Component;

/**
 * The commit logs that can be replayed.
 */
@Component
public class Sources {

	static final String FILE_SYSTEM = "sources";

	private static final int NOT_FOUND = 404;

	private static final int MOST_NAMED = 20;

	private static final int MOST_LISTED = 1000;

	private final DataLakeFileSystemClient files;

	Sources(DataLakeServiceClient lake) {
		this.files = lake.getFileSystemClient(FILE_SYSTEM);
	}

	/**
	 * Opens a source; the bytes are those of one version, or reading fails.
	 * @param source its path in the file system
	 * @return the open source
	 * @throws SourceNotFoundException if there is none
	 */
	public OpenSource open(String source) {
		return found(source, () -> new OpenSource(file(source).openInputStream().getInputStream()));
	}

	/**
	 * The version of a source: another one, other content.
	 * @param source its path in the file system
	 * @return its ETag
	 * @throws SourceNotFoundException if there is none
	 */
	public String version(String source) {
		return found(source, () -> file(source).getProperties().getETag());
	}

	/**
	 * What there is.
	 * @return the first files by path, but for those that begin with a dot: unfinished
	 * uploads
	 */
	public List<SourceFile> list() {
		return this.files.listPaths(new ListPathsOptions().setRecursive(true), null)
			.stream()
			.filter((path) -> !path.isDirectory())
			.map((path) -> new SourceFile(path.getName(), path.getETag(), path.getContentLength(),
					path.getLastModified().toInstant()))
			.filter((file) -> !file.isHidden())
			.limit(MOST_LISTED)
			.toList();
	}

	private List<String> names() {
		return list().stream().map(SourceFile::path).limit(MOST_NAMED).toList();
	}

	private DataLakeFileClient file(String source) {
		return this.files.getFileClient(source);
	}

	private <T> T found(String source, Supplier<T> call) {
		try {
			return call.get();
		}
		catch (DataLakeStorageException ex) {
			throw (ex.getStatusCode() == NOT_FOUND) ? new SourceNotFoundException(source, names()) : ex;
		}
		catch (BlobStorageException ex) {
			throw (ex.getStatusCode() == NOT_FOUND) ? new SourceNotFoundException(source, names()) : ex;
		}
	}

}
