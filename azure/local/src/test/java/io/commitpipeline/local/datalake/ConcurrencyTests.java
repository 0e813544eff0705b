package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.file.datalake.DataLakeFileClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several who write to one path at once.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ConcurrencyTests {

	private static final int ROUNDS = 20;

	private static final int PARTS = 16;

	private static final String PART = "abcdefgh".repeat(8 * 1024);

	private static final String SHORT = "short";

	private static final String LONGER = "longer than short";

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void twoFlushesOfTheSameBothSucceed() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			append();
			CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> flush(PARTS * PART.length()));
			assertThat(flush(PARTS * PART.length())).isEqualTo(200);
			assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(200);
			assertThat(content()).isEqualTo(PART.repeat(PARTS));
		}
	}

	@Test
	void aFileThatIsOverwrittenWhileItIsFlushedStaysOverwritten() throws Exception {
		for (int round = 0; round < 5 * ROUNDS; round++) {
			put(PART);
			assertThat(status(request("PATCH", "?action=append&position=" + PART.length()).body(LONGER)))
				.isEqualTo(202);
			CompletableFuture<Void> overwritten = CompletableFuture.runAsync(() -> put(SHORT));
			assertThat(flush(PART.length() + LONGER.length())).isIn(200, 400);
			overwritten.get(30, TimeUnit.SECONDS);
			assertThat(content()).isEqualTo(SHORT);
		}
	}

	@Test
	void aBlockThatIsReplacedWhileItsListIsCommittedIsTheOneOrTheOther() throws Exception {
		String large = PART.repeat(PARTS);
		String list = "<BlockList><Latest>QQ==</Latest><Latest>Qg==</Latest></BlockList>";
		for (int round = 0; round < ROUNDS; round++) {
			block("QQ==", large);
			block("Qg==", LONGER);
			CompletableFuture<Integer> committed = CompletableFuture
				.supplyAsync(() -> status(request("PUT", "?comp=blocklist").body(list)));
			while (!committed.isDone()) {
				block("Qg==", SHORT);
				block("Qg==", LONGER);
			}
			assertThat(committed.get()).isIn(201, 400);
			if (committed.get() == 201) {
				assertThat(content()).isIn(large + SHORT, large + LONGER);
			}
		}
	}

	@Test
	void containersAreListedWhileOthersComeAndGo() throws Exception {
		BlobContainerClient other = this.lake.blobs().getBlobContainerClient("other");
		CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
			for (int round = 0; round < 5 * ROUNDS; round++) {
				other.create();
				other.delete();
			}
		});
		while (!changes.isDone()) {
			for (String list : List.of("?comp=list", "?resource=account")) {
				HttpResponse<String> containers = new SignedRequest(this.lake.server(), "GET", "/localazure" + list)
					.send();
				assertThat(containers.body()).contains("lake").doesNotContainIgnoringCase("error");
			}
		}
		changes.get();
	}

	private void put(String content) {
		assertThat(status(request("PUT", "").header("x-ms-blob-type", "BlockBlob").body(content))).isEqualTo(201);
	}

	private void append() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("file");
		file.create(true);
		byte[] bytes = PART.getBytes(StandardCharsets.UTF_8);
		for (int part = 0; part < PARTS; part++) {
			file.append(new ByteArrayInputStream(bytes), (long) part * bytes.length, bytes.length);
		}
	}

	private int flush(int length) {
		return status(request("PATCH", "?action=flush&position=" + length));
	}

	private void block(String id, String content) {
		assertThat(status(request("PUT", "?comp=block&blockid=" + id).body(content))).isEqualTo(201);
	}

	private SignedRequest request(String method, String query) {
		return new SignedRequest(this.lake.server(), method, "/localazure/lake/file" + query);
	}

	private static int status(SignedRequest request) {
		try {
			return request.send().statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String content() throws IOException {
		return Files.readString(this.lake.onDisk("file"));
	}

}
