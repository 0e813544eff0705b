package io.commitpipeline.local.datalake;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.azure.storage.file.datalake.DataLakeDirectoryClient;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class RenameTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void aRenamedFileKeepsContentAndMetadata() {
		this.lake.upload("tmp/attempt", "rows");
		file("tmp/attempt").setMetadata(Map.of("rows", "4"));
		this.lake.fileSystem().createDirectory("commits/hour=07");
		file("tmp/attempt").rename(null, "commits/hour=07/part größe.parquet");
		assertThat(this.lake.read("commits/hour=07/part größe.parquet")).isEqualTo("rows");
		assertThat(file("commits/hour=07/part größe.parquet").getProperties().getMetadata()).containsEntry("rows", "4");
		assertThat(file("tmp/attempt").exists()).isFalse();
	}

	@Test
	void aRenameReplacesAnExistingFile() {
		this.lake.upload("new", "new");
		this.lake.upload("old", "old");
		file("old").setMetadata(Map.of("age", "old"));
		file("new").rename(null, "old");
		assertThat(this.lake.read("old")).isEqualTo("new");
		assertThat(file("old").getProperties().getMetadata()).doesNotContainKey("age");
	}

	@Test
	void whoReadsWhileItIsReplacedReadsTheOldOrTheNew() throws Exception {
		this.lake.upload("current", "version-0 ".repeat(10_000));
		CompletableFuture<Set<String>> read = CompletableFuture.supplyAsync(() -> {
			Set<String> versions = new HashSet<>();
			while (!versions.contains("version-50 ".repeat(10_000))) {
				versions.add(this.lake.read("current"));
			}
			return versions;
		});
		for (int version = 1; version <= 50; version++) {
			this.lake.upload("next", "version-%d ".formatted(version).repeat(10_000));
			file("next").rename(null, "current");
		}
		assertThat(read.get(30, TimeUnit.SECONDS)).hasSizeGreaterThan(2)
			.allSatisfy((content) -> assertThat(content).matches("(?s)(version-\\d+ )\\1{9999}"));
	}

	@Test
	void aRenameMakesNoDirectoriesThoughAnUploadDoes() {
		this.lake.upload("tmp", "rows");
		assertRefused(404, "RenameDestinationParentPathNotFound", () -> file("tmp").rename(null, "no/such/place"));
		assertThat(this.lake.read("tmp")).isEqualTo("rows");
	}

	@Test
	void aMissingSourceIsNamedAsSuch() {
		assertRefused(404, "SourcePathNotFound", () -> file("nowhere").rename(null, "there"));
	}

	@Test
	void aWholeDirectoryIsRenamedWithAllItsMetadata() {
		this.lake.upload("a/b/c", "deep");
		file("a/b/c").setMetadata(Map.of("depth", "3"));
		this.lake.fileSystem().getDirectoryClient("a").rename(null, "z");
		assertThat(this.lake.read("z/b/c")).isEqualTo("deep");
		assertThat(file("z/b/c").getProperties().getMetadata()).containsEntry("depth", "3");
		assertThat(file("a/b/c").exists()).isFalse();
	}

	@Test
	void aDirectoryThatIsNotEmptyIsNotReplaced() {
		this.lake.upload("a/x", "1");
		this.lake.upload("b/y", "2");
		assertRefused(409, "PathAlreadyExists", () -> this.lake.fileSystem().getDirectoryClient("a").rename(null, "b"));
		assertRefused(409, "InvalidRenameSourcePath",
				() -> this.lake.fileSystem().getDirectoryClient("a").rename(null, "a/inner"));
	}

	@Test
	void aDirectoryTakesThePlaceOfAnEmptyOneAndOnlyOfADirectory() {
		this.lake.upload("a/x", "1");
		this.lake.fileSystem().createDirectory("empty");
		this.lake.upload("file", "2");
		assertRefused(409, "InvalidSourceOrDestinationResourceType",
				() -> this.lake.fileSystem().getDirectoryClient("a").rename(null, "file"));
		assertRefused(409, "InvalidSourceOrDestinationResourceType", () -> file("file").rename(null, "empty"));
		assertRefused(409, "PathAlreadyExists", () -> file("file").rename(null, "a"));
		this.lake.fileSystem().getDirectoryClient("a").rename(null, "empty");
		assertThat(this.lake.read("empty/x")).isEqualTo("1");
		assertThat(this.lake.read("file")).isEqualTo("2");
	}

	@Test
	void aRenamedFileKeepsItsTag() {
		this.lake.upload("a", "1");
		String tag = file("a").getProperties().getETag();
		file("a").rename(null, "b");
		assertThat(file("b").getProperties().getETag()).isEqualTo(tag);
	}

	@Test
	void aRenamedDirectoryKeepsItsTagAndTakesNothingFromTheOneItReplaces() {
		DataLakeDirectoryClient directory = this.lake.fileSystem().createDirectory("a");
		String tag = directory.getProperties().getETag();
		this.lake.fileSystem().createDirectory("empty").setMetadata(Map.of("age", "old"));
		this.lake.clock().advance(Duration.ofSeconds(2));
		this.lake.upload("a/x", "1");
		for (String name : List.of("b", "empty")) {
			directory = directory.rename(null, name);
			assertThat(directory.getProperties().getETag()).isEqualTo(tag);
			assertThat(directory.getProperties().getMetadata()).isEqualTo(Map.of("hdi_isfolder", "true"));
		}
	}

	@Test
	void aWholeFileSystemIsNotRenamed() throws Exception {
		this.lake.upload("kept", "content");
		this.lake.dataLake().createFileSystem("other");
		for (String source : List.of("/lake", "/lake/", "/localazure/lake")) {
			HttpResponse<String> refusal = new SignedRequest(this.lake.server(), "PUT",
					"/localazure/other/moved?mode=legacy")
				.header("x-ms-rename-source", source)
				.send();
			assertThat(refusal.statusCode()).isEqualTo(400);
			assertThat(refusal.headers().firstValue("x-ms-error-code")).hasValue("InvalidSourceUri");
		}
		assertThat(this.lake.read("kept")).isEqualTo("content");
	}

	@Test
	void aRenameGoesToAnotherFileSystemToo() {
		this.lake.dataLake().createFileSystem("other");
		this.lake.upload("here", "moved");
		file("here").rename("other", "there");
		assertThat(
				this.lake.dataLake().getFileSystemClient("other").getFileClient("there").getProperties().getFileSize())
			.isEqualTo(5);
	}

	@Test
	void conditionsOnSourceAndTargetHoldOrNothingHappens() {
		this.lake.upload("source", "s");
		this.lake.upload("target", "t");
		DataLakeRequestConditions stale = new DataLakeRequestConditions().setIfMatch("\"0x0\"");
		assertRefused(412, "SourceConditionNotMet",
				() -> file("source").renameWithResponse(null, "target", stale, null, null, null));
		assertRefused(412, "ConditionNotMet",
				() -> file("source").renameWithResponse(null, "target", null, stale, null, null));
		DataLakeRequestConditions absent = new DataLakeRequestConditions().setIfNoneMatch("*");
		assertRefused(409, "PathAlreadyExists",
				() -> file("source").renameWithResponse(null, "target", null, absent, null, null));
		assertThat(this.lake.read("target")).isEqualTo("t");
	}

	private DataLakeFileClient file(String path) {
		return this.lake.fileSystem().getFileClient(path);
	}

}
