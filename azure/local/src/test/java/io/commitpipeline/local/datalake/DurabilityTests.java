package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.options.FileParallelUploadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class DurabilityTests {

	@TempDir
	Path directory;

	@Test
	void whatWasAcknowledgedIsWholeAfterEveryKillAndNothingHalfWrittenShows() throws Exception {
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		for (int round = 0; round < 3; round++) {
			int before = acknowledged.size();
			try (LakeProcess lake = LakeProcess.start(this.directory, "64m")) {
				Thread writer = writer(lake, round, acknowledged);
				await().until(() -> acknowledged.size() > before + 24);
				lake.kill();
				writer.join();
			}
			assertEveryFileIsWhole(acknowledged);
		}
		try (LakeProcess lake = LakeProcess.start(this.directory, "64m")) {
			for (String name : acknowledged) {
				BlobClient blob = lake.container().getBlobClient(name);
				assertThat(blob.downloadContent().toString()).isEqualTo(content(name));
				assertThat(blob.getProperties().getMetadata()).isEqualTo(Map.of("name", name.replace('-', '_')));
			}
		}
	}

	@Test
	void aGigabyteGoesThroughASmallHeap() throws Exception {
		Path source = sparse(1L << 30);
		Path copy = this.directory.resolve("copy");
		try (LakeProcess lake = LakeProcess.start(this.directory.resolve("data"), "48m")) {
			lake.fileSystem().getFileClient("big").uploadFromFile(source.toString(), true);
			lake.fileSystem().getFileClient("big").readToFile(copy.toString());
		}
		assertThat(Files.mismatch(source, copy)).isEqualTo(-1);
		assertThat(Files.mismatch(source, this.directory.resolve("data/lake/big"))).isEqualTo(-1);
	}

	@Test
	void aDirectoryServesOneLakeAtATime() {
		LocalDataLake.Builder second = LocalDataLake.builder(this.directory);
		try (LocalDataLake first = LocalDataLake.builder(this.directory).start()) {
			assertThat(first.port()).isPositive();
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(second::start)
				.withMessageContaining("is in use by another data lake");
		}
		second.start().close();
	}

	/** Writes until the lake is gone. */
	private static Thread writer(LakeProcess lake, int round, Set<String> acknowledged) {
		Thread thread = new Thread(() -> {
			for (int index = 0;; index++) {
				String name = "file-%d-%d".formatted(round, index);
				if (index % 2 == 0) {
					upload(lake.container(), name);
				}
				else {
					uploadAndRename(lake.fileSystem(), name);
				}
				acknowledged.add(name);
			}
		});
		thread.setUncaughtExceptionHandler((dead, refusal) -> assertThat(refusal).isInstanceOf(RuntimeException.class));
		thread.start();
		return thread;
	}

	private static void upload(BlobContainerClient container, String name) {
		BlobParallelUploadOptions options = new BlobParallelUploadOptions(BinaryData.fromString(content(name)))
			.setMetadata(Map.of("name", name.replace('-', '_')));
		container.getBlobClient(name).uploadWithResponse(options, null, null);
	}

	private static void uploadAndRename(DataLakeFileSystemClient fileSystem, String name) {
		DataLakeFileClient file = fileSystem.getFileClient("unfinished/" + name);
		FileParallelUploadOptions options = new FileParallelUploadOptions(BinaryData.fromString(content(name)))
			.setMetadata(Map.of("name", name.replace('-', '_')));
		file.uploadWithResponse(options, null, null);
		file.rename(null, name);
	}

	private void assertEveryFileIsWhole(Set<String> acknowledged) throws IOException {
		Path lake = this.directory.resolve("lake");
		try (Stream<Path> files = Files.list(lake)) {
			List<String> names = files.filter(Files::isRegularFile)
				.map((file) -> file.getFileName().toString())
				.toList();
			assertThat(names).containsAll(acknowledged);
			for (String name : names) {
				assertThat(lake.resolve(name)).hasContent(content(name));
			}
		}
	}

	private static String content(String name) {
		return name.repeat(10_000);
	}

	private Path sparse(long length) throws IOException {
		Path file = this.directory.resolve("source");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap("start".getBytes(StandardCharsets.UTF_8)), 0);
			channel.write(ByteBuffer.wrap("end".getBytes(StandardCharsets.UTF_8)), length - 3);
		}
		return file;
	}

}
