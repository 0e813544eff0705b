package io.commitpipeline.local.datalake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.azure.core.http.RequestConditions;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.LeaseDurationType;
import com.azure.storage.blob.models.LeaseStateType;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.azure.storage.file.datalake.DataLakeDirectoryClient;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.specialized.DataLakeLeaseClient;
import com.azure.storage.file.datalake.specialized.DataLakeLeaseClientBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class LeaseTests {

	@RegisterExtension
	final Lake lake = new Lake();

	private BlobClient blob;

	private BlobLeaseClient lease;

	@BeforeEach
	void upload() {
		this.lake.upload("leader", "nobody");
		this.blob = this.lake.blobs().getBlobContainerClient("lake").getBlobClient("leader");
		this.lease = leaseOf("first");
	}

	@Test
	void onlyWhoNamesTheLeaseWrites() {
		this.lease.acquireLease(60);
		assertBlobRefused(412, "LeaseIdMissing", () -> write("stranger"));
		assertBlobRefused(412, "LeaseIdMissing", () -> this.blob.setMetadata(null));
		assertBlobRefused(412, "LeaseIdMissing", () -> this.blob.delete());
		assertBlobRefused(412, "LeaseIdMismatchWithBlobOperation", () -> writeWith("other", "stranger"));
		writeWith(this.lease.getLeaseId(), "holder");
		assertThat(this.lake.read("leader")).isEqualTo("holder");
	}

	@Test
	void aWriteThatNamesALeaseWhereThereIsNoneIsRefused() {
		assertBlobRefused(412, "LeaseNotPresentWithBlobOperation", () -> writeWith("dreamt", "holder"));
		assertThat(this.lake.read("leader")).isEqualTo("nobody");
	}

	@Test
	void aLeaseIsHeldByOneAndFreeWhenItIsReleased() {
		this.lease.acquireLease(15);
		BlobLeaseClient second = leaseOf("second");
		assertBlobRefused(409, "LeaseAlreadyPresent", () -> second.acquireLease(15));
		assertBlobRefused(409, "LeaseIdMismatchWithLeaseOperation", second::releaseLease);
		this.lease.releaseLease();
		assertThat(second.acquireLease(15)).isEqualTo("second");
	}

	@Test
	void aLeaseRunsOutUnlessItIsRenewed() {
		this.lease.acquireLease(15);
		this.lake.clock().advance(Duration.ofSeconds(10));
		this.lease.renewLease();
		this.lake.clock().advance(Duration.ofSeconds(10));
		assertThat(this.blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.LEASED);
		this.lake.clock().advance(Duration.ofSeconds(10));
		assertThat(this.blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.EXPIRED);
		assertBlobRefused(412, "LeaseLost", () -> writeWith("first", "too late"));
		write("stranger");
		assertBlobRefused(409, "LeaseIdMismatchWithLeaseOperation", () -> this.lease.renewLease());
	}

	@Test
	void aLeaseThatRanOutIsRenewedIfNobodyHasWrittenSince() {
		this.lease.acquireLease(15);
		this.lake.clock().advance(Duration.ofMinutes(1));
		this.lease.renewLease();
		assertBlobRefused(412, "LeaseIdMissing", () -> write("stranger"));
	}

	@Test
	void anEndlessLeaseIsEndedByBreakingIt() {
		this.lease.acquireLease(-1);
		assertThat(this.blob.getProperties().getLeaseDuration()).isEqualTo(LeaseDurationType.INFINITE);
		this.lake.clock().advance(Duration.ofDays(1000));
		assertThat(this.blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.LEASED);
		assertThat(leaseOf("second").breakLease()).isZero();
		assertThat(this.blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.BROKEN);
		assertBlobRefused(409, "LeaseIsBrokenAndCannotBeRenewed", () -> this.lease.renewLease());
		write("anybody");
	}

	@Test
	void aLeaseThatIsBeingBrokenHoldsUntilThen() {
		this.lease.acquireLease(60);
		assertThat(leaseOf("second").breakLeaseWithResponse(20, null, null, null).getValue()).isEqualTo(20);
		assertBlobRefused(412, "LeaseIdMissing", () -> write("stranger"));
		assertBlobRefused(409, "LeaseIsBreakingAndCannotBeAcquired", () -> leaseOf("second").acquireLease(15));
		this.lake.clock().advance(Duration.ofSeconds(21));
		assertThat(leaseOf("second").acquireLease(15)).isEqualTo("second");
	}

	@Test
	void aLeaseMayChangeItsId() {
		this.lease.acquireLease(15);
		this.lease.changeLease("third");
		assertBlobRefused(412, "LeaseIdMismatchWithBlobOperation", () -> writeWith("first", "old name"));
		writeWith("third", "new name");
	}

	@Test
	void aReadNeedsNoLeaseButIsRefusedWithAWrongOne() {
		this.lease.acquireLease(15);
		assertThat(this.blob.downloadContent().toString()).isEqualTo("nobody");
		assertThat(propertiesWith("first").getLeaseState()).isEqualTo(LeaseStateType.LEASED);
		assertBlobRefused(412, "LeaseIdMismatchWithBlobOperation", () -> propertiesWith("other"));
		this.lease.releaseLease();
		assertBlobRefused(412, "LeaseNotPresentWithBlobOperation", () -> propertiesWith("first"));
	}

	@Test
	void aConditionOnALeaseHoldsOrTheLeaseStaysAsItIs() {
		this.lease.acquireLease(15);
		RequestConditions stale = new RequestConditions().setIfMatch("\"0x1\"");
		assertBlobRefused(412, "ConditionNotMet", () -> this.lease.releaseLeaseWithResponse(stale, null, null));
		assertBlobRefused(412, "ConditionNotMet", () -> this.lease.renewLeaseWithResponse(stale, null, null));
		assertBlobRefused(412, "ConditionNotMet", () -> this.lease.breakLeaseWithResponse(0, stale, null, null));
		assertBlobRefused(412, "LeaseIdMissing", () -> write("stranger"));
	}

	@Test
	void aLeaseEndsWithItsFileSystem() {
		this.lease.acquireLease(-1);
		this.lake.fileSystem().delete();
		this.lake.fileSystem().create();
		this.lake.upload("leader", "anew");
		assertThat(this.blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.AVAILABLE);
	}

	@Test
	void aDirectoryIsLeasedToo() {
		DataLakeDirectoryClient directory = this.lake.fileSystem().createDirectory("held");
		DataLakeLeaseClient held = new DataLakeLeaseClientBuilder().directoryClient(directory).buildClient();
		held.acquireLease(15);
		assertRefused(412, "LeaseIdMissing", directory::delete);
		assertRefused(412, "LeaseIdMissing", () -> directory.rename(null, "elsewhere"));
		held.releaseLease();
		directory.delete();
	}

	@Test
	void listsTellWhatIsLeased() {
		this.lease.acquireLease(15);
		assertThat(this.lake.blobs().getBlobContainerClient("lake").listBlobs(new ListBlobsOptions(), null))
			.extracting((item) -> item.getProperties().getLeaseState())
			.containsExactly(LeaseStateType.LEASED);
	}

	@Test
	void bothViewsKnowTheLease() {
		DataLakeFileClient file = this.lake.fileSystem().getFileClient("leader");
		DataLakeLeaseClient held = new DataLakeLeaseClientBuilder().fileClient(file).buildClient();
		held.acquireLease(-1);
		assertBlobRefused(412, "LeaseIdMissing", () -> write("stranger"));
		assertRefused(412, "LeaseIdMissing",
				() -> file.append(new ByteArrayInputStream("more".getBytes(StandardCharsets.UTF_8)), 0, 4));
		assertRefused(412, "LeaseIdMissing", () -> file.rename(null, "elsewhere"));
		held.releaseLease();
		file.rename(null, "elsewhere");
	}

	@Test
	void aLeaseNeedsAFile() {
		BlobClient nothing = this.lake.blobs().getBlobContainerClient("lake").getBlobClient("nothing");
		BlobLeaseClient lease = new BlobLeaseClientBuilder().blobClient(nothing).buildClient();
		assertBlobRefused(404, "BlobNotFound", () -> lease.acquireLease(15));
		assertBlobRefused(404, "BlobNotFound", lease::renewLease);
		assertBlobRefused(404, "BlobNotFound", lease::breakLease);
		assertBlobRefused(404, "BlobNotFound", lease::releaseLease);
	}

	private BlobLeaseClient leaseOf(String id) {
		return new BlobLeaseClientBuilder().blobClient(this.blob).leaseId(id).buildClient();
	}

	private BlobProperties propertiesWith(String leaseId) {
		return this.blob.getPropertiesWithResponse(new BlobRequestConditions().setLeaseId(leaseId), null, null)
			.getValue();
	}

	private void write(String content) {
		this.blob.upload(BinaryData.fromString(content), true);
	}

	private void writeWith(String leaseId, String content) {
		this.blob.uploadWithResponse(new BlobParallelUploadOptions(BinaryData.fromString(content))
			.setRequestConditions(new BlobRequestConditions().setLeaseId(leaseId)), null, null);
	}

}
