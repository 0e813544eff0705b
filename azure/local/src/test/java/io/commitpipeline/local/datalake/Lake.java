package io.commitpipeline.local.datalake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.local.SetClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A running lake per test, with a file system {@code lake} and the SDKs' clients for it.
 */
final class Lake implements BeforeEachCallback, AfterEachCallback {

	private final SetClock clock = new SetClock(Clock.systemUTC().instant());

	private Path directory;

	private LocalDataLake server;

	@Override
	public void beforeEach(ExtensionContext context) throws IOException {
		this.directory = Files.createTempDirectory("lake");
		start();
	}

	@Override
	public void afterEach(ExtensionContext context) throws IOException {
		this.server.close();
		try (Stream<Path> tree = Files.walk(this.directory)) {
			for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
	}

	private void start() {
		this.server = LocalDataLake.builder(this.directory).fileSystem("lake").fsync(false).clock(this.clock).start();
	}

	SetClock clock() {
		return this.clock;
	}

	void restart() {
		this.server.close();
		start();
	}

	LocalDataLake server() {
		return this.server;
	}

	/** A file as any tool sees it. */
	Path onDisk(String path) {
		return this.directory.resolve("lake").resolve(path);
	}

	DataLakeServiceClient dataLake() {
		return dataLake(this.server.accountKey());
	}

	DataLakeServiceClient dataLake(String key) {
		return new DataLakeServiceClientBuilder().endpoint(this.server.endpoint())
			.credential(new StorageSharedKeyCredential(this.server.accountName(), key))
			.buildClient();
	}

	DataLakeFileSystemClient fileSystem() {
		return dataLake().getFileSystemClient("lake");
	}

	BlobServiceClient blobs() {
		return blobBuilder().buildClient();
	}

	BlobServiceClientBuilder blobBuilder() {
		return new BlobServiceClientBuilder().endpoint(this.server.endpoint())
			.credential(new StorageSharedKeyCredential(this.server.accountName(), this.server.accountKey()));
	}

	void upload(String path, String content) {
		fileSystem().getFileClient(path).upload(BinaryData.fromString(content), true);
	}

	String read(String path) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		fileSystem().getFileClient(path).read(content);
		return content.toString(StandardCharsets.UTF_8);
	}

}
