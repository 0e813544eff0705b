package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any name but one that leads out of the data directory.
 */
class NameTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@ParameterizedTest
	@ValueSource(strings = { "größe/日本 + 100%.txt", "a%20b", "%2e%2e%2fetc", "q?x=1&y#z", "emoji 🚀", "c:d*e|f", "dot.",
			" lead and trail ", "back\\slash", "..\\..\\etc", "...", ".meta/x", "tab\tand\nline" })
	void aNameComesBackAsItWentAndIsRenamedToAndFrom(String name) {
		this.lake.upload("names/" + name, name);
		assertThat(this.lake.read("names/" + name)).isEqualTo(name);
		this.lake.fileSystem().getFileClient("names/" + name).rename(null, "plain");
		this.lake.fileSystem().getFileClient("plain").rename(null, "names/" + name);
		assertThat(this.lake.read("names/" + name)).isEqualTo(name);
		assertThat(this.lake.fileSystem().listPaths(new ListPathsOptions().setPath("names").setRecursive(true), null))
			.extracting((path) -> path.getName())
			.contains("names/" + name);
		assertThat(container().listBlobs(new ListBlobsOptions().setPrefix("names/" + name), null))
			.extracting((blob) -> blob.getName())
			.containsExactly("names/" + name);
		assertThat(container().getBlobClient("names/" + name).downloadContent().toString()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "../escaped", "a/../../../escaped", "..", "a/./b", "a/..", "nul\0" })
	void aNameThatLeadsElsewhereIsRefused(String name) {
		this.lake.upload("inside", "x");
		assertThat(refusalOfCreation(name)).isEqualTo(400);
		assertThat(this.lake.onDisk("../../escaped")).doesNotExist();
		assertThat(this.lake.onDisk("../escaped")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2e%2e%2fescaped", "..%2Fescaped", "a/%2E%2E/%2e%2e/escaped", "%2e%2e/x/../../escaped" })
	void anEncodedOneIsToo(String address) throws Exception {
		for (String method : List.of("GET", "PUT", "DELETE")) {
			SignedRequest request = new SignedRequest(this.lake.server(), method, "/localazure/lake/" + address)
				.header("x-ms-blob-type", "BlockBlob");
			assertThat(request.send().statusCode()).isEqualTo(400);
		}
		SignedRequest rename = new SignedRequest(this.lake.server(), "PUT", "/localazure/lake/there")
			.header("x-ms-rename-source", "/lake/" + address);
		assertThat(rename.send().statusCode()).isEqualTo(400);
		SignedRequest container = new SignedRequest(this.lake.server(), "PUT",
				"/localazure/..%2Fescaped?restype=container");
		assertThat(container.send().statusCode()).isEqualTo(400);
	}

	@Test
	void aLinkInTheDirectoryLeadsNowhere(@TempDir Path outside) throws IOException {
		Files.writeString(outside.resolve("secret"), "secret");
		this.lake.upload("inside", "x");
		Files.createSymbolicLink(this.lake.onDisk("link"), outside);
		Files.createSymbolicLink(this.lake.onDisk("file"), outside.resolve("secret"));
		assertRefused(404, "BlobNotFound", () -> this.lake.read("link/secret"));
		assertRefused(404, "BlobNotFound", () -> this.lake.read("file"));
		assertRefused(404, "PathNotFound", () -> this.lake.fileSystem().createFile("link/new", true));
		assertRefused(404, "PathNotFound", () -> this.lake.fileSystem().createDirectory("link/new/deep", true));
		assertBlobRefused(404, "BlobNotFound",
				() -> container().getBlobClient("link/new").upload(BinaryData.fromString("x"), true));
		assertRefused(404, "PathNotFound",
				() -> this.lake.fileSystem().getFileClient("inside").rename(null, "link/new"));
		assertRefused(404, "PathNotFound",
				() -> this.lake.fileSystem().getFileClient("link/secret").rename(null, "taken"));
		assertRefused(404, "PathNotFound", () -> this.lake.fileSystem().getDirectoryClient("link").deleteRecursively());
		assertBlobRefused(404, "BlobNotFound",
				() -> container().listBlobs(new ListBlobsOptions().setPrefix("link/"), null).stream().toList());
		assertThat(container().listBlobs()).extracting((blob) -> blob.getName()).containsExactly("inside");
		try (Stream<Path> left = Files.list(outside)) {
			assertThat(left).containsExactly(outside.resolve("secret"));
		}
		Files.delete(this.lake.onDisk("link"));
		Files.delete(this.lake.onDisk("file"));
	}

	private int refusalOfCreation(String name) {
		try {
			this.lake.fileSystem().getFileClient(name).create(true);
			return 201;
		}
		catch (DataLakeStorageException refusal) {
			return refusal.getStatusCode();
		}
	}

	private BlobContainerClient container() {
		return this.lake.blobs().getBlobContainerClient("lake");
	}

}
