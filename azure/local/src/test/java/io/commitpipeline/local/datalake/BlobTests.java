package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.BlobDownloadHeaders;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlockList;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ListBlobContainersOptions;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static org.assertj.core.api.Assertions.assertThat;

class BlobTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void containersAreMadeDescribedListedAndDeleted() {
		BlobContainerClient container = this.lake.blobs().getBlobContainerClient("checkpoints");
		assertThat(container.exists()).isFalse();
		assertThat(container.createIfNotExists()).isTrue();
		assertThat(container.createIfNotExists()).isFalse();
		container.setMetadata(Map.of("owner", "pipeline"));
		assertThat(container.getProperties().getMetadata()).containsEntry("owner", "pipeline");
		assertThat(this.lake.blobs().listBlobContainers()).extracting("name").containsExactly("checkpoints", "lake");
		assertThat(containersByOne()).containsExactly(List.of("checkpoints"), List.of("lake"));
		assertBlobRefused(409, "ContainerAlreadyExists", container::create);
		container.delete();
		assertBlobRefused(404, "ContainerNotFound", () -> container.listBlobs().stream().toList());
	}

	@Test
	void aBlobIsTheFileThatTheDataLakeShows() {
		blob("a/b").upload(BinaryData.fromString("same"));
		assertThat(this.lake.read("a/b")).isEqualTo("same");
		this.lake.upload("a/b", "other");
		assertThat(blob("a/b").downloadContent().toString()).isEqualTo("other");
		blob("a/b").delete();
		assertThat(this.lake.onDisk("a/b")).doesNotExist();
		assertBlobRefused(404, "BlobNotFound", () -> blob("a/b").delete());
	}

	@Test
	void anEmptyBlobIsReadAsEmpty() {
		blob("empty").upload(BinaryData.fromBytes(new byte[0]));
		assertThat(blob("empty").downloadContent().toBytes()).isEmpty();
	}

	@Test
	void anExistingBlobIsReplacedOnlyWhenAskedTo() {
		blob("once").upload(BinaryData.fromString("1"));
		assertBlobRefused(409, "BlobAlreadyExists", () -> blob("once").upload(BinaryData.fromString("2")));
		blob("once").upload(BinaryData.fromString("3"), true);
		assertThat(blob("once").downloadContent().toString()).isEqualTo("3");
	}

	@Test
	void aFileOfManyBlocksComesBackByteForByte(@TempDir Path directory) throws Exception {
		Path source = Files.write(directory.resolve("source"), bytes(33 << 20));
		blob("big").uploadFromFile(source.toString(),
				new ParallelTransferOptions().setBlockSizeLong(4L << 20).setMaxSingleUploadSizeLong(1L << 20), null,
				null, null, null, null);
		assertThat(Files.mismatch(source, this.lake.onDisk("big"))).isEqualTo(-1);
		blob("big").downloadToFile(directory.resolve("copy").toString());
		assertThat(Files.mismatch(source, directory.resolve("copy"))).isEqualTo(-1);
	}

	@Test
	void blocksShowOnlyOnceTheyAreListedAndInThatOrder() {
		BlockBlobClient blocks = blob("blocks").getBlockBlobClient();
		stage(blocks, "one", "1");
		stage(blocks, "two", "22");
		assertThat(blob("blocks").exists()).isFalse();
		assertThat(blocks.listBlocks(BlockListType.UNCOMMITTED).getUncommittedBlocks()).extracting("sizeLong")
			.containsExactly(1L, 2L);
		assertBlobRefused(400, "InvalidBlockList", () -> blocks.commitBlockList(List.of(id("one"), id("none"))));
		blocks.commitBlockList(List.of(id("two"), id("one")));
		assertThat(blob("blocks").downloadContent().toString()).isEqualTo("221");
	}

	@Test
	void aBlobGrowsByListingItsOwnBlocksAgain() {
		BlockBlobClient blocks = blob("blocks").getBlockBlobClient();
		stage(blocks, "one", "1");
		stage(blocks, "two", "22");
		blocks.commitBlockList(List.of(id("one"), id("two")));
		this.lake.restart();
		BlockBlobClient again = blob("blocks").getBlockBlobClient();
		stage(again, "three", "333");
		BlockList list = again.listBlocks(BlockListType.ALL);
		assertThat(list.getCommittedBlocks()).extracting("name").containsExactly(id("one"), id("two"));
		assertThat(list.getUncommittedBlocks()).extracting("name").containsExactly(id("three"));
		assertThat(again.listBlocks(BlockListType.COMMITTED).getUncommittedBlocks()).isNullOrEmpty();
		again.commitBlockList(List.of(id("two"), id("three"), id("one")), true);
		assertThat(blob("blocks").downloadContent().toString()).isEqualTo("223331");
		this.lake.upload("blocks", "no blocks");
		assertThat(again.listBlocks(BlockListType.ALL).getCommittedBlocks()).isNullOrEmpty();
		assertBlobRefused(400, "InvalidBlockList", () -> again.commitBlockList(List.of(id("two")), true));
		assertBlobRefused(404, "BlobNotFound", () -> blob("none").getBlockBlobClient().listBlocks(BlockListType.ALL));
	}

	@Test
	void aBlobIsDescribedByHeadersAndMetadataThatReplaceTheOldOnes() {
		blob("x").upload(BinaryData.fromString("1"));
		blob("x").setHttpHeaders(new BlobHttpHeaders().setContentType("text/html").setContentLanguage("de"));
		blob("x").setMetadata(Map.of("a", "1"));
		blob("x").setHttpHeaders(new BlobHttpHeaders().setContentType("text/plain"));
		blob("x").setMetadata(Map.of("b", "2"));
		BlobProperties properties = blob("x").getProperties();
		assertThat(properties.getContentType()).isEqualTo("text/plain");
		assertThat(properties.getContentLanguage()).isNull();
		assertThat(properties.getMetadata()).isEqualTo(Map.of("b", "2"));
	}

	@Test
	void theServiceTellsTheDigestOfABlobAndOfARange() throws Exception {
		blob("x").upload(BinaryData.fromString("hello world"));
		assertThat(blob("x").getProperties().getContentMd5()).isEqualTo(md5("hello world"));
		BlobDownloadHeaders range = blob("x")
			.downloadStreamWithResponse(OutputStream.nullOutputStream(), new BlobRange(6, 5L), null, null, true, null,
					null)
			.getDeserializedHeaders();
		assertThat(range.getContentMd5()).isEqualTo(md5("world"));
		assertThat(range.getBlobContentMD5()).isEqualTo(md5("hello world"));
		assertThat(blob("x")
			.downloadStreamWithResponse(OutputStream.nullOutputStream(), new BlobRange(6, 5L), null, null, false, null,
					null)
			.getDeserializedHeaders()
			.getContentMd5()).isNull();
	}

	@Test
	void aBodyThatDoesNotMatchItsDigestIsRefused() throws Exception {
		byte[] wrong = md5("other");
		assertBlobRefused(400, "Md5Mismatch",
				() -> upload(blob("checked").getBlockBlobClient(), "content", wrong, null));
		assertThat(blob("checked").exists()).isFalse();
	}

	@Test
	void everyWriteHasATagOfItsOwn() {
		BlockBlobClient blob = blob("x").getBlockBlobClient();
		String first = upload(blob, "same", null, null);
		String second = upload(blob, "same", null, null);
		String third = blob.setMetadataWithResponse(Map.of("a", "b"), null, null, null)
			.getHeaders()
			.getValue(HttpHeaderName.ETAG);
		assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
		assertThat(this.lake.blobs().getBlobContainerClient("lake").listBlobs()).extracting(BlobItem::getProperties)
			.extracting("ETag")
			.containsExactly(third.replace("\"", ""));
	}

	private List<List<String>> containersByOne() {
		List<List<String>> pages = new ArrayList<>();
		ListBlobContainersOptions options = new ListBlobContainersOptions().setMaxResultsPerPage(1);
		this.lake.blobs()
			.listBlobContainers(options, null)
			.iterableByPage()
			.forEach((page) -> pages.add(page.getValue().stream().map(BlobContainerItem::getName).toList()));
		return pages;
	}

	private BlobClient blob(String name) {
		return this.lake.blobs().getBlobContainerClient("lake").getBlobClient(name);
	}

	private static String upload(BlockBlobClient blob, String content, byte[] md5, BlobRequestConditions conditions) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		return blob
			.uploadWithResponse(new ByteArrayInputStream(bytes), bytes.length, null, null, null, md5, conditions, null,
					null)
			.getValue()
			.getETag();
	}

	private static void stage(BlockBlobClient blob, String id, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		blob.stageBlock(id(id), new ByteArrayInputStream(bytes), bytes.length);
	}

	private static String id(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] md5(String text) throws Exception {
		return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(1).nextBytes(bytes);
		return bytes;
	}

}
