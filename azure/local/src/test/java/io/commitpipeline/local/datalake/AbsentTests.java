package io.commitpipeline.local.datalake;

import java.net.http.HttpResponse;
import java.util.List;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.PathAccessControlEntry;
import com.azure.storage.file.datalake.models.PathPermissions;
import com.azure.storage.file.datalake.options.DataLakeFileAppendOptions;
import com.azure.storage.file.datalake.models.LeaseAction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is not there says so.
 */
class AbsentTests {

	@RegisterExtension
	final Lake lake = new Lake();

	private BlobContainerClient container;

	private BlobClient blob;

	private DataLakeFileClient file;

	@BeforeEach
	void upload() {
		this.lake.upload("x", "1");
		this.container = this.lake.blobs().getBlobContainerClient("lake");
		this.blob = this.container.getBlobClient("x");
		this.file = this.lake.fileSystem().getFileClient("x");
	}

	@Test
	void changesOfAccessControl() {
		PathPermissions all = PathPermissions.parseSymbolic("rwxrwxrwx");
		List<PathAccessControlEntry> acl = PathAccessControlEntry.parseList("user::rwx,group::rwx,other::rwx");
		absent(() -> this.file.setPermissions(all, null, null));
		absent(() -> this.file.setAccessControlList(acl, null, null));
		absentFromBlobs(() -> this.container.getAccessPolicy());
		absentFromBlobs(() -> this.container.setAccessPolicy(null, List.of()));
	}

	@Test
	void copies() {
		absentFromBlobs(() -> this.container.getBlobClient("y").copyFromUrl(this.blob.getBlobUrl()));
		absentFromBlobs(
				() -> this.container.getBlobClient("y").getBlockBlobClient().uploadFromUrl(this.blob.getBlobUrl()));
		assertThat(this.container.getBlobClient("y").exists()).isFalse();
	}

	@Test
	void snapshotsVersionsAndSoftDelete() {
		absentFromBlobs(() -> this.blob.createSnapshot());
		absentFromBlobs(() -> this.blob.getSnapshotClient("2026-01-01T00:00:00.0000000Z").getProperties());
		absentFromBlobs(() -> this.blob.getVersionClient("2026-01-01T00:00:00.0000000Z").downloadContent());
		absentFromBlobs(() -> this.blob.undelete());
		absent(() -> this.lake.fileSystem().listDeletedPaths().stream().toList());
	}

	@Test
	void otherKindsOfBlobs() {
		absentFromBlobs(() -> this.container.getBlobClient("y").getAppendBlobClient().create());
		absentFromBlobs(() -> this.container.getBlobClient("y").getPageBlobClient().create(512));
		absentFromBlobs(() -> this.blob.setAccessTier(AccessTier.COOL));
		absentFromBlobs(() -> this.blob.getTags());
		absentFromBlobs(() -> this.lake.blobs().getProperties());
	}

	@Test
	void leasesTakenInPassing() {
		DataLakeFileAppendOptions options = new DataLakeFileAppendOptions().setLeaseAction(LeaseAction.ACQUIRE)
			.setProposedLeaseId("first")
			.setLeaseDuration(15);
		absent(() -> this.file.appendWithResponse(BinaryData.fromString("2").toStream(), 1, 1, options, null, null));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,   lake?restype=container&comp=list&sv=2021-12-02&sig=abc, xml
			GET,   lake?resource=filesystem&recursive=true&sv=2021-12-02&sig=abc, json
			PATCH, lake/x?action=setAccessControlRecursive&mode=set, json
			PUT,   lake/x?comp=expiry, xml
			PATCH, lake/x?action=setExpiry, json
			PUT,   lake?restype=container&comp=undelete, xml
			PUT,   lake?restype=container&comp=lease, xml
			POST,  lake/x?comp=query, xml
			""")
	void whateverElse(String method, String address, String format) throws Exception {
		SignedRequest request = new SignedRequest(this.lake.server(), method,
				"/" + this.lake.server().accountName() + "/" + address);
		HttpResponse<String> refusal = address.contains("sig=") ? request.sendUnsigned() : request.send();
		assertThat(refusal.statusCode()).isEqualTo(501);
		assertThat(refusal.headers().firstValue("x-ms-error-code")).hasValue("NotImplemented");
		assertThat(refusal.headers().firstValue("Content-Type").orElseThrow()).contains(format);
		assertThat(refusal.body()).contains("NotImplemented");
	}

	private static void absent(ThrowingCallable call) {
		assertRefused(501, "NotImplemented", call);
	}

	private static void absentFromBlobs(ThrowingCallable call) {
		assertBlobRefused(501, "NotImplemented", call);
	}

}
