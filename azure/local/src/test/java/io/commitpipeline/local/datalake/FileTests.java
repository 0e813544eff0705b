package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import com.azure.storage.file.datalake.models.FileRange;
import com.azure.storage.file.datalake.models.PathHttpHeaders;
import com.azure.storage.file.datalake.models.PathProperties;
import com.azure.storage.file.datalake.options.DataLakeFileAppendOptions;
import com.azure.storage.file.datalake.options.DataLakePathCreateOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class FileTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void anUploadedFileIsAPlainFileWithItsContent() throws Exception {
		this.lake.upload("a/b/report.csv", "one,two\n");
		assertThat(this.lake.onDisk("a/b/report.csv")).hasContent("one,two\n");
		assertThat(this.lake.read("a/b/report.csv")).isEqualTo("one,two\n");
		assertThat(Files.list(this.lake.onDisk("a/b"))).hasSize(1);
	}

	@Test
	void whatIsAppendedShowsOnlyOnceItIsFlushed() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		String created = file.getProperties().getETag();
		append(file, 0, "hello ");
		append(file, 6, "world");
		assertThat(this.lake.read("log")).isEmpty();
		assertThat(file.getProperties().getETag()).isEqualTo(created);
		String flushed = file.flush(11, true).getETag();
		assertThat(this.lake.read("log")).isEqualTo("hello world");
		assertThat(file.getProperties().getETag()).isEqualTo(flushed).isNotEqualTo(created);
	}

	@Test
	void appendsInAnyOrderMakeOneFile() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		append(file, 3, "def");
		append(file, 0, "abc");
		file.flush(6, true);
		append(file, 6, "ghi");
		file.flush(9, true);
		assertThat(this.lake.read("log")).isEqualTo("abcdefghi");
	}

	@Test
	void anAppendSurvivesARestart() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		append(file, 0, "kept");
		this.lake.restart();
		this.lake.fileSystem().getFileClient("log").flush(4, true);
		assertThat(this.lake.read("log")).isEqualTo("kept");
	}

	@Test
	void aFlushOverAGapOrOfAWrongLengthIsRefused() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		append(file, 2, "late");
		assertRefused(400, "InvalidFlushPosition", () -> file.flush(6, true));
		append(file, 0, "no");
		assertRefused(400, "InvalidFlushPosition", () -> file.flush(7, true));
		assertThat(this.lake.read("log")).isEmpty();
	}

	@Test
	void whatLiesBeyondAFlushIsKeptOnlyWhenAskedTo() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		append(file, 0, "abc");
		append(file, 3, "def");
		file.flushWithResponse(3, true, true, null, null, null, null);
		assertThat(this.lake.read("log")).isEqualTo("abc");
		file.flushWithResponse(6, false, false, null, null, null, null);
		assertThat(this.lake.read("log")).isEqualTo("abcdef");
		append(file, 6, "ghi");
		append(file, 9, "jkl");
		file.flushWithResponse(9, false, false, null, null, null, null);
		assertRefused(400, "InvalidFlushPosition", () -> file.flush(12, true));
		assertThat(this.lake.read("log")).isEqualTo("abcdefghi");
	}

	@Test
	void anAppendThatFlushesShowsAtOnce() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		file.create();
		file.appendWithResponse(BinaryData.fromString("now").toStream(), 0, 3,
				new DataLakeFileAppendOptions().setFlush(true), null, null);
		assertThat(this.lake.read("log")).isEqualTo("now");
	}

	@Test
	void everyWriteChangesTheTagAndMovesTheTime() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("log");
		List<Runnable> writes = List.of(file::create, () -> file.create(true),
				() -> file.upload(BinaryData.fromString("x"), true), () -> file.setMetadata(Map.of("a", "b")),
				() -> file.setHttpHeaders(new PathHttpHeaders().setContentType("text/plain")), () -> {
					append(file, 1, "y");
					file.flush(2, true);
				});
		Set<String> tags = new HashSet<>();
		OffsetDateTime before = OffsetDateTime.MIN;
		for (Runnable write : writes) {
			this.lake.clock().advance(Duration.ofSeconds(2));
			write.run();
			PathProperties properties = file.getProperties();
			assertThat(tags.add(properties.getETag())).isTrue();
			assertThat(properties.getLastModified()).isAfter(before);
			before = properties.getLastModified();
		}
	}

	@Test
	void aRangeIsReadByItsPositions() {
		this.lake.upload("letters", "abcdefghij");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.lake.fileSystem()
			.getFileClient("letters")
			.readWithResponse(out, new FileRange(2, 3L), null, null, false, null, null);
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("cde");
		DataLakeRequestConditions stale = new DataLakeRequestConditions().setIfMatch("\"0x1\"");
		assertRefused(412, "ConditionNotMet",
				() -> this.lake.fileSystem()
					.getFileClient("letters")
					.readWithResponse(out, new FileRange(2, 3L), null, stale, false, null, null));
		assertRefused(416, "InvalidRange",
				() -> this.lake.fileSystem()
					.getFileClient("letters")
					.readWithResponse(out, new FileRange(10, 1L), null, null, false, null, null));
	}

	@Test
	void propertiesAndMetadataStayWithTheFileAcrossAFlushAndARestart() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("notes");
		file.upload(BinaryData.fromString("x"), true);
		file.setMetadata(Map.of("reviewer", "person_7"));
		file.setHttpHeaders(new PathHttpHeaders().setContentType("text/plain"));
		append(file, 1, "y");
		file.flush(2, true);
		this.lake.restart();
		PathProperties properties = this.lake.fileSystem().getFileClient("notes").getProperties();
		assertThat(properties.getMetadata()).containsEntry("reviewer", "person_7");
		assertThat(properties.getContentType()).isEqualTo("text/plain");
		assertThat(properties.getFileSize()).isEqualTo(2);
	}

	@Test
	void bothViewsKnowEveryHeaderOfTheContent() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("page");
		PathHttpHeaders headers = new PathHttpHeaders().setContentType("text/html")
			.setContentLanguage("de")
			.setContentEncoding("identity")
			.setContentDisposition("inline")
			.setCacheControl("no-cache");
		file.createWithResponse(
				new DataLakePathCreateOptions().setPathHttpHeaders(headers).setMetadata(Map.of("from", "both")), null,
				null);
		BlobProperties blob = this.lake.blobs().getBlobContainerClient("lake").getBlobClient("page").getProperties();
		assertThat(blob.getContentType()).isEqualTo("text/html");
		assertThat(blob.getContentLanguage()).isEqualTo("de");
		assertThat(blob.getContentEncoding()).isEqualTo("identity");
		assertThat(blob.getContentDisposition()).isEqualTo("inline");
		assertThat(blob.getCacheControl()).isEqualTo("no-cache");
		assertThat(blob.getMetadata()).isEqualTo(Map.of("from", "both"));
		assertThat(file.getProperties().getContentLanguage()).isEqualTo("de");
	}

	@Test
	void creatingAnExistingFileIsRefusedUnlessItIsToBeReplaced() {
		this.lake.upload("once", "first");
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("once");
		assertRefused(409, "PathAlreadyExists", () -> file.create(false));
		file.create(true);
		assertThat(this.lake.read("once")).isEmpty();
	}

	@Test
	void aMissingFileIsNotFound() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("nowhere");
		assertThat(file.exists()).isFalse();
		assertRefused(404, "BlobNotFound", () -> this.lake.read("nowhere"));
		assertRefused(404, "PathNotFound", file::delete);
		assertRefused(404, "PathNotFound", () -> append(file, 0, "x"));
	}

	private static void append(DataLakeFileClient file, long position, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		file.append(new ByteArrayInputStream(bytes), position, bytes.length);
	}

}
