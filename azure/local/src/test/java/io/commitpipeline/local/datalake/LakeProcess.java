package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;

/**
 * A lake in a process of its own, which can be killed.
 */
final class LakeProcess implements AutoCloseable {

	private static final String ACCOUNT = "killed";

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[64]);

	private static final RequestRetryOptions ONCE = new RequestRetryOptions(RetryPolicyType.FIXED, 1, 30, null, null,
			null);

	private final Process process;

	private final String endpoint;

	/** The process tells its address once it listens. */
	private LakeProcess(Process process) throws IOException {
		this.process = process;
		this.endpoint = process.inputReader().readLine();
	}

	static LakeProcess start(Path directory, String heap) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, "-Xmx" + heap, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
				"-cp", System.getProperty("java.class.path"), LakeProcess.class.getName(), directory.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		return new LakeProcess(process);
	}

	/** A client that does not try again. */
	DataLakeFileSystemClient fileSystem() {
		return new DataLakeServiceClientBuilder().endpoint(this.endpoint)
			.credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
			.retryOptions(ONCE)
			.buildClient()
			.getFileSystemClient("lake");
	}

	/** A client that does not try again. */
	BlobContainerClient container() {
		return new BlobServiceClientBuilder().endpoint(this.endpoint)
			.credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
			.retryOptions(ONCE)
			.buildClient()
			.getBlobContainerClient("lake");
	}

	/** As kill -9 does. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		kill();
	}

	public static void main(String[] arguments) throws InterruptedException {
		LocalDataLake lake = LocalDataLake.builder(Path.of(arguments[0]))
			.account(ACCOUNT)
			.key(KEY)
			.fileSystem("lake")
			.start();
		System.out.println(lake.endpoint());
		new CountDownLatch(1).await();
	}

}
