package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

class ListTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void aFlatListHasFilesAndDirectoriesOfOneLevel() {
		this.lake.upload("a/deep/file", "12345");
		this.lake.upload("a/file", "123");
		this.lake.fileSystem().createDirectory("a/empty");
		List<PathItem> items = list("a", false);
		assertThat(items).extracting(PathItem::getName, PathItem::isDirectory, PathItem::getContentLength)
			.containsExactly(tuple("a/deep", true, 0L), tuple("a/empty", true, 0L), tuple("a/file", false, 3L));
		String tag = this.lake.fileSystem().getFileClient("a/file").getProperties().getETag();
		assertThat(items.get(2).getETag()).isEqualTo(tag);
	}

	@Test
	void aRecursiveListHasAllBelowAndNothingElse() {
		this.lake.upload("a/b/c", "x");
		this.lake.upload("a-b", "x");
		this.lake.upload("z", "x");
		assertThat(list("a", true)).extracting(PathItem::getName).containsExactly("a/b", "a/b/c");
		assertThat(list(null, true)).extracting(PathItem::getName).containsExactly("a", "a-b", "a/b", "a/b/c", "z");
	}

	@Test
	void aMissingDirectoryIsNotFound() {
		assertRefused(404, "PathNotFound", () -> list("nowhere", true));
	}

	@Test
	void pagesJoinToTheWholeList() {
		List<String> names = new ArrayList<>();
		for (String name : List.of("a", "b/1", "b/2", "b-x", "c/d/e", "f")) {
			this.lake.upload(name, name);
		}
		int pages = 0;
		ListPathsOptions options = new ListPathsOptions().setRecursive(true).setMaxResults(2);
		for (PagedResponse<PathItem> page : this.lake.fileSystem().listPaths(options, null).iterableByPage()) {
			assertThat(page.getValue()).hasSizeLessThanOrEqualTo(2);
			page.getValue().forEach((item) -> names.add(item.getName()));
			pages++;
		}
		assertThat(names).containsExactly("a", "b", "b-x", "b/1", "b/2", "c", "c/d", "c/d/e", "f");
		assertThat(pages).isEqualTo(5);
	}

	@Test
	void blobsAreListedByPrefixAndDelimiterWithTheirMetadata() {
		this.lake.upload("hour=07/one", "1");
		this.lake.upload("hour=07/more/two", "22");
		this.lake.upload("hour=08/three", "333");
		this.lake.fileSystem().getFileClient("hour=07/one").setMetadata(Map.of("rows", "1"));
		assertThat(blobs("/", "hour=0")).extracting(BlobItem::getName).containsExactly("hour=07/", "hour=08/");
		assertThat(blobs("/", "hour=07/")).extracting(BlobItem::getName)
			.containsExactly("hour=07/one", "hour=07/more/");
		assertThat(blobs("/", "hour=07/").get(1).isPrefix()).isTrue();
		List<BlobItem> files = blobs(null, "hour=07/").stream()
			.filter((item) -> item.getMetadata() == null || !item.getMetadata().containsKey("hdi_isfolder"))
			.toList();
		assertThat(files).extracting(BlobItem::getName).containsExactly("hour=07/more/two", "hour=07/one");
		assertThat(files.get(1).getMetadata()).containsExactly(entry("rows", "1"));
		assertThat(files.get(0).getProperties().getContentLength()).isEqualTo(2);
	}

	@Test
	void pagesOfBlobsJoinToTheWholeListWithAndWithoutADelimiter() {
		List.of("a", "b/1", "b/2", "b-x", "c/d/e", "f").forEach((name) -> this.lake.upload(name, name));
		var container = this.lake.blobs().getBlobContainerClient("lake");
		ListBlobsOptions two = new ListBlobsOptions().setMaxResultsPerPage(2);
		assertThat(pages(container.listBlobs(two, null))).containsExactly(List.of("a", "b"), List.of("b-x", "b/1"),
				List.of("b/2", "c"), List.of("c/d", "c/d/e"), List.of("f"));
		assertThat(pages(container.listBlobsByHierarchy("/", two, null))).containsExactly(List.of("a", "b-x"),
				List.of("b/", "c/"), List.of("f"));
	}

	@Test
	void aNameWithAPlusASpaceOrACommaIsAPrefixToo() {
		this.lake.upload("a+b/x y/1", "1");
		this.lake.upload("a b/2", "2");
		assertThat(blobs(null, "a+b/x y/")).extracting(BlobItem::getName).containsExactly("a+b/x y/1");
		assertThat(list("a+b/x y", false)).extracting(PathItem::getName).containsExactly("a+b/x y/1");
		assertThat(list("a b", false)).extracting(PathItem::getName).containsExactly("a b/2");
		this.lake.upload("b, a,/3", "3");
		assertThat(blobs(null, "b, a,")).extracting(BlobItem::getName).containsExactly("b, a,", "b, a,/3");
		assertThat(list("b, a,", false)).extracting(PathItem::getName).containsExactly("b, a,/3");
	}

	@Test
	void blobsOfAPrefixThatNothingHasAreNone() {
		this.lake.upload("x", "1");
		assertThat(blobs(null, "y/z")).isEmpty();
		assertThat(blobs(null, "x/")).isEmpty();
		assertThatExceptionOfType(BlobStorageException.class).isThrownBy(() -> blobs(null, "../"))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(400));
	}

	@Test
	void aDirectoryThatOnlyToolsCanHaveMadeIsNoContainer() throws IOException {
		for (String name : List.of("Backup", "lost+found", "..data")) {
			Files.createDirectory(this.lake.onDisk("").resolveSibling(name));
		}
		assertThat(this.lake.dataLake().listFileSystems()).extracting("name").containsExactly("lake");
		assertThat(this.lake.blobs().listBlobContainers()).extracting("name").containsExactly("lake");
	}

	@Test
	void tenThousandFilesAreListedInUnderASecond() throws IOException {
		Path directory = Files.createDirectories(this.lake.onDisk("many"));
		for (int index = 0; index < 10_000; index++) {
			Files.createFile(directory.resolve("%05d".formatted(index)));
		}
		assertThat(list("many", false)).hasSize(10_000).last().extracting(PathItem::getName).isEqualTo("many/09999");
		assertThat(blobs(null, "many/")).hasSize(10_000).last().extracting(BlobItem::getName).isEqualTo("many/09999");
		assertQuick(() -> list("many", false));
		assertQuick(() -> blobs(null, "many/"));
	}

	private static void assertQuick(Runnable list) {
		assertThat(Stream.generate(() -> timeOf(list)).limit(3))
			.as("the quickest of three on a machine that may be busy")
			.anySatisfy((time) -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
	}

	private static Duration timeOf(Runnable list) {
		long started = System.nanoTime();
		list.run();
		return Duration.ofNanos(System.nanoTime() - started);
	}

	private static List<List<String>> pages(PagedIterable<BlobItem> blobs) {
		List<List<String>> pages = new ArrayList<>();
		blobs.iterableByPage().forEach((page) -> pages.add(page.getValue().stream().map(BlobItem::getName).toList()));
		return pages;
	}

	private List<PathItem> list(String directory, boolean recursive) {
		ListPathsOptions options = new ListPathsOptions().setPath(directory).setRecursive(recursive);
		return this.lake.fileSystem().listPaths(options, null).stream().toList();
	}

	private List<BlobItem> blobs(String delimiter, String prefix) {
		ListBlobsOptions options = new ListBlobsOptions().setPrefix(prefix)
			.setDetails(new BlobListDetails().setRetrieveMetadata(true).setRetrieveCopy(true));
		var container = this.lake.blobs().getBlobContainerClient("lake");
		return ((delimiter != null) ? container.listBlobsByHierarchy(delimiter, options, null)
				: container.listBlobs(options, null))
			.stream()
			.toList();
	}

}
