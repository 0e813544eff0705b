package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlockListType;
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
	void aBodyThatDoesNotMatchItsDigestIsRefused() throws Exception {
		byte[] wrong = MessageDigest.getInstance("MD5").digest("other".getBytes(StandardCharsets.UTF_8));
		assertBlobRefused(400, "Md5Mismatch",
				() -> upload(blob("checked").getBlockBlobClient(), "content", wrong, null));
		assertThat(blob("checked").exists()).isFalse();
	}

	@Test
	void theFourConditionsDecideWhatIsReadAndWritten() {
		blob("x").upload(BinaryData.fromString("1"));
		BlockBlobClient blob = blob("x").getBlockBlobClient();
		var properties = blob.getProperties();
		BlobRequestConditions current = new BlobRequestConditions().setIfMatch(properties.getETag());
		BlobRequestConditions other = new BlobRequestConditions().setIfNoneMatch(properties.getETag());
		BlobRequestConditions newer = new BlobRequestConditions().setIfModifiedSince(properties.getLastModified());
		BlobRequestConditions older = new BlobRequestConditions()
			.setIfUnmodifiedSince(properties.getLastModified().minusSeconds(1));
		assertBlobRefused(304, "ConditionNotMet", () -> blob.getPropertiesWithResponse(other, null, null));
		assertBlobRefused(304, "ConditionNotMet", () -> blob.getPropertiesWithResponse(newer, null, null));
		assertBlobRefused(412, "ConditionNotMet", () -> blob.getPropertiesWithResponse(older, null, null));
		assertBlobRefused(412, "ConditionNotMet", () -> upload(blob, "2", null, other));
		assertBlobRefused(412, "ConditionNotMet", () -> upload(blob, "2", null, newer));
		upload(blob, "2", null, current);
		assertBlobRefused(412, "ConditionNotMet", () -> upload(blob, "3", null, current));
		assertBlobRefused(412, "ConditionNotMet",
				() -> blob.setMetadataWithResponse(Map.of("a", "b"), current, null, null));
		assertThat(blob("x").downloadContent().toString()).isEqualTo("2");
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

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(1).nextBytes(bytes);
		return bytes;
	}

}
