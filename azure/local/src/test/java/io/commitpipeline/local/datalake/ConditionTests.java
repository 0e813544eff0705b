package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.options.BlobAcquireLeaseOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import com.azure.storage.file.datalake.models.FileRange;
import com.azure.storage.file.datalake.models.PathHttpHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The four conditions on whatever takes them, in both views.
 */
class ConditionTests {

	private final Map<String, Consumer<Condition>> blobWrites = Map.of("put",
			(given) -> blob().uploadWithResponse(new ByteArrayInputStream(new byte[1]), 1, null, null, null, null,
					given.onBlob(), null, null),
			"commit blocks",
			(given) -> blob().commitBlockListWithResponse(List.of(), null, null, null, given.onBlob(), null, null),
			"metadata", (given) -> blob().setMetadataWithResponse(Map.of("a", "b"), given.onBlob(), null, null),
			"headers", (given) -> blob().setHttpHeadersWithResponse(null, given.onBlob(), null, null), "lease",
			(given) -> lease().acquireLeaseWithResponse(
					new BlobAcquireLeaseOptions(15).setRequestConditions(given.onBlob()), null, null),
			"delete", (given) -> blob().deleteWithResponse(null, given.onBlob(), null, null));

	private final Map<String, Consumer<Condition>> fileWrites = Map.of("create",
			(given) -> file("x").createWithResponse(null, null, null, null, given.onPath(), null, null), "flush",
			(given) -> file("x").flushWithResponse(1, false, false, null, given.onPath(), null, null), "headers",
			(given) -> file("x").setHttpHeadersWithResponse(new PathHttpHeaders(), given.onPath(), null, null),
			"rename over it", (given) -> file("other").renameWithResponse(null, "x", null, given.onPath(), null, null),
			"delete", (given) -> file("x").deleteWithResponse(given.onPath(), null, null));

	private final Consumer<Condition> renameOfIt = (given) -> file("x").renameWithResponse(null, "away", given.onPath(),
			null, null, null);

	private final Map<String, Consumer<Condition>> reads = Map.of("range",
			(given) -> file("x").readWithResponse(OutputStream.nullOutputStream(), new FileRange(0, 1L), null,
					given.onPath(), false, null, null),
			"properties", (given) -> file("x").getPropertiesWithResponse(given.onPath(), null, null), "access control",
			(given) -> file("x").getAccessControlWithResponse(false, given.onPath(), null, null));

	@RegisterExtension
	final Lake lake = new Lake();

	private String tag;

	private OffsetDateTime changed;

	@BeforeEach
	void upload() {
		this.lake.upload("other", "2");
		blob().upload(new ByteArrayInputStream(new byte[] { '1' }), 1, true);
		this.tag = "\"%s\"".formatted(file("x").getProperties().getETag().replace("\"", ""));
		this.changed = file("x").getProperties().getLastModified();
	}

	@Test
	void aWriteWhoseConditionDoesNotHoldIsRefusedAndChangesNothing() {
		for (Condition given : failing()) {
			this.blobWrites
				.forEach((name, write) -> assertBlobRefused(412, "ConditionNotMet", () -> write.accept(given)));
			this.fileWrites.forEach((name, write) -> assertRefused(412, "ConditionNotMet", () -> write.accept(given)));
			assertRefused(412, "SourceConditionNotMet", () -> this.renameOfIt.accept(given));
		}
		assertThat(this.tag).contains(file("x").getProperties().getETag());
		assertThat(this.lake.read("x")).isEqualTo("1");
	}

	@Test
	void aWriteWhoseConditionHoldsIsDone() {
		Stream.of(this.blobWrites.values().stream(), this.fileWrites.values().stream(), Stream.of(this.renameOfIt))
			.flatMap((writes) -> writes)
			.forEach((write) -> {
				for (int each = 0; each < holding().size(); each++) {
					write.accept(holding().get(each));
					this.lake.restart();
					upload();
				}
			});
	}

	@Test
	void aReadSaysThatNothingChangedOrThatItIsNotTheOneAskedFor() {
		this.reads.forEach((name, read) -> {
			assertRefused(412, "ConditionNotMet", () -> read.accept(match("\"0x1\"")));
			assertRefused(412, "ConditionNotMet", () -> read.accept(unmodifiedSince(this.changed.minusSeconds(1))));
			assertRefused(304, "ConditionNotMet", () -> read.accept(noneMatch(this.tag)));
			assertRefused(304, "ConditionNotMet", () -> read.accept(modifiedSince(this.changed)));
			holding().forEach(read);
		});
	}

	@Test
	void aReadTakesSeveralConditionsAndListsOfTags() {
		Consumer<Condition> read = this.reads.get("range");
		OffsetDateTime before = this.changed.minusSeconds(1);
		read.accept(match("\"0x1\", " + this.tag));
		assertRefused(304, "ConditionNotMet", () -> read.accept(noneMatch("\"0x1\", " + this.tag)));
		read.accept(new Condition(null, this.tag, before, null));
		assertRefused(412, "ConditionNotMet", () -> read.accept(new Condition(this.tag, null, null, before)));
	}

	@Test
	void aWriteTakesOneTagWhichBeatsADate() {
		Consumer<Condition> write = this.blobWrites.get("metadata");
		OffsetDateTime before = this.changed.minusSeconds(1);
		assertBlobRefused(412, "ConditionNotMet", () -> write.accept(new Condition(null, this.tag, before, null)));
		write.accept(new Condition(this.tag, null, null, before));
		assertBlobRefused(400, "MultipleConditionHeadersNotSupported", () -> write.accept(match("\"0x1\", \"0x2\"")));
		assertBlobRefused(400, "MultipleConditionHeadersNotSupported",
				() -> write.accept(new Condition("*", "\"0x1\"", null, null)));
	}

	@Test
	void whatIsNotThereIsMadeUnlessItMustBeThere() {
		file("x").delete();
		assertRefused(412, "ConditionNotMet", () -> this.fileWrites.get("create").accept(match("*")));
		this.fileWrites.get("create").accept(noneMatch("*"));
		assertRefused(409, "PathAlreadyExists", () -> this.fileWrites.get("create").accept(noneMatch("*")));
		assertRefused(409, "PathAlreadyExists", () -> this.fileWrites.get("rename over it").accept(noneMatch("*")));
		assertBlobRefused(409, "BlobAlreadyExists", () -> this.blobWrites.get("put").accept(noneMatch("*")));
		assertBlobRefused(409, "BlobAlreadyExists", () -> this.blobWrites.get("commit blocks").accept(noneMatch("*")));
	}

	private List<Condition> failing() {
		return List.of(match("\"0x1\""), noneMatch(this.tag), modifiedSince(this.changed),
				unmodifiedSince(this.changed.minusSeconds(1)));
	}

	private List<Condition> holding() {
		return List.of(match("*"), match(this.tag), noneMatch("\"0x1\""), modifiedSince(this.changed.minusSeconds(1)),
				unmodifiedSince(this.changed));
	}

	private BlockBlobClient blob() {
		return this.lake.blobs().getBlobContainerClient("lake").getBlobClient("x").getBlockBlobClient();
	}

	private BlobLeaseClient lease() {
		return new BlobLeaseClientBuilder().blobClient(blob()).buildClient();
	}

	private DataLakeFileClient file(String name) {
		return this.lake.fileSystem().getFileClient(name);
	}

	private static Condition match(String tags) {
		return new Condition(tags, null, null, null);
	}

	private static Condition noneMatch(String tags) {
		return new Condition(null, tags, null, null);
	}

	private static Condition modifiedSince(OffsetDateTime moment) {
		return new Condition(null, null, moment, null);
	}

	private static Condition unmodifiedSince(OffsetDateTime moment) {
		return new Condition(null, null, null, moment);
	}

	private record Condition(String match, String noneMatch, OffsetDateTime modifiedSince,
			OffsetDateTime unmodifiedSince) {

		BlobRequestConditions onBlob() {
			return new BlobRequestConditions().setIfMatch(this.match)
				.setIfNoneMatch(this.noneMatch)
				.setIfModifiedSince(this.modifiedSince)
				.setIfUnmodifiedSince(this.unmodifiedSince);
		}

		DataLakeRequestConditions onPath() {
			return new DataLakeRequestConditions().setIfMatch(this.match)
				.setIfNoneMatch(this.noneMatch)
				.setIfModifiedSince(this.modifiedSince)
				.setIfUnmodifiedSince(this.unmodifiedSince);
		}

	}

}
