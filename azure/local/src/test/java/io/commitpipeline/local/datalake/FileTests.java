package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

import com.azure.core.util.BinaryData;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.FileRange;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathHttpHeaders;
import com.azure.storage.file.datalake.models.PathProperties;
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
	void aRangeIsReadByItsPositions() {
		this.lake.upload("letters", "abcdefghij");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.lake.fileSystem()
			.getFileClient("letters")
			.readWithResponse(out, new FileRange(2, 3L), null, null, false, null, null);
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("cde");
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

	@Test
	void anyUtf8NameComesBackAsItWent() {
		for (String name : new String[] { "größe/日本 + 100%.txt", "a%20b", "q?x=1&y#z", "emoji 🚀", "c:d*e|f",
				"dot." }) {
			this.lake.upload("names/" + name, name);
			assertThat(this.lake.read("names/" + name)).isEqualTo(name);
		}
		assertThat(this.lake.fileSystem().listPaths(new ListPathsOptions().setPath("names").setRecursive(true), null))
			.extracting((path) -> path.getName())
			.contains("names/größe/日本 + 100%.txt", "names/a%20b", "names/q?x=1&y#z", "names/emoji 🚀", "names/c:d*e|f",
					"names/dot.");
	}

	@Test
	void aNameThatLeadsOutOfTheDirectoryIsRefused() {
		this.lake.upload("inside", "x");
		for (String name : new String[] { "../escaped", "a/../../../escaped", "..", "a/./b" }) {
			assertRefused(400, "InvalidResourceName", () -> this.lake.fileSystem().getFileClient(name).create(true));
		}
	}

	private static void append(DataLakeFileClient file, long position, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		file.append(new ByteArrayInputStream(bytes), position, bytes.length);
	}

}
