package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.azure.core.util.BinaryData;
import com.azure.core.util.HttpClientOptions;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.commitpipeline.local.datalake.faults.LakeFaults;
import io.commitpipeline.local.datalake.faults.LakeOperation;
import io.commitpipeline.local.faults.Fault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.local.datalake.Refusals.assertBlobRefused;
import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LakeFaultTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration IMPATIENCE = Duration.ofSeconds(1);

	@RegisterExtension
	final Lake lake = new Lake();

	private LakeFaults faults;

	@BeforeEach
	void faults() {
		this.faults = this.lake.server().faults();
	}

	@Test
	void aBusyServerRefusesUntilTheFaultIsLifted() {
		try (Fault busy = this.faults.on(LakeOperation.CREATE).serverBusy()) {
			assertRefused(503, "ServerBusy", () -> file("row", 1).create());
			assertRefused(503, "ServerBusy", () -> file("row", 2).create());
			assertThat(busy.strikes()).isEqualTo(3);
		}
		file("row", 1).upload(BinaryData.fromString("kept"));
		assertThat(this.lake.read("row")).isEqualTo("kept");
	}

	@Test
	void theClientsOwnRetryGetsThroughWhenTheServerWasBusyOnce() {
		Fault busy = this.faults.on(LakeOperation.APPEND, LakeOperation.FLUSH).times(2).serverBusy();
		file("row", 3).upload(BinaryData.fromString("kept"));
		assertThat(busy.strikes()).isEqualTo(2);
		assertThat(this.lake.read("row")).isEqualTo("kept");
	}

	@Test
	void aBlobClientIsRefusedInItsOwnLanguage() {
		this.faults.on(LakeOperation.UPLOAD).refuse(500, "OperationTimedOut", "The operation could not be completed.");
		assertBlobRefused(500, "OperationTimedOut",
				() -> this.lake.blobBuilder()
					.retryOptions(retries(1))
					.buildClient()
					.getBlobContainerClient("lake")
					.getBlobClient("blob")
					.upload(BinaryData.fromString("lost")));
		assertThat(this.lake.onDisk("blob")).doesNotExist();
	}

	@Test
	void theRetryOfARenameThatTookEffectMeetsNoSourceAndTheTargetIsThere() {
		this.lake.upload("temporary", "rows");
		Fault reset = this.faults.on(LakeOperation.RENAME).times(1).resetAfterEffect();
		assertRefused(404, "SourcePathNotFound", () -> file("temporary", 2).rename(null, "final"));
		assertThat(reset.strikes()).isEqualTo(1);
		assertThat(this.lake.read("final")).isEqualTo("rows");
		assertThat(file("temporary", 1).exists()).isFalse();
	}

	@Test
	void aClientThatDoesNotTryAgainSeesTheConnectionBreak() {
		this.lake.upload("temporary", "rows");
		this.faults.on(LakeOperation.RENAME).resetAfterEffect();
		assertBroken(() -> file("temporary", 1).rename(null, "final"));
		assertThat(this.lake.read("final")).isEqualTo("rows");
	}

	@Test
	void aHangingRequestDoesNothingAndTheClientTimesOut() {
		try (Fault hanging = this.faults.on(LakeOperation.CREATE).hang()) {
			assertThatThrownBy(() -> impatient("row").create())
				.hasMessageContaining("timed out after 1000 milliseconds");
			assertThat(hanging.strikes()).isEqualTo(1);
		}
		assertThat(this.lake.onDisk("row")).doesNotExist();
	}

	@Test
	void anEffectCanTakePlaceThoughNoAnswerComes() {
		try (Fault hanging = this.faults.on(LakeOperation.CREATE).hangAfterEffect()) {
			assertThatThrownBy(() -> impatient("row").create())
				.hasMessageContaining("timed out after 1000 milliseconds");
			assertThat(hanging.strikes()).isEqualTo(1);
		}
		assertThat(this.lake.onDisk("row")).exists();
	}

	@Test
	void whatHangsIsResetWhenTheFaultIsLifted() {
		Fault hanging = this.faults.on(LakeOperation.CREATE).times(1).hang();
		CompletableFuture<Void> created = CompletableFuture.runAsync(() -> file("row", 2).create());
		Awaitility.await().untilAsserted(() -> assertThat(hanging.strikes()).isEqualTo(1));
		assertThat(created).isNotDone();
		hanging.lift();
		Awaitility.await().untilAsserted(() -> assertThat(created).isCompleted());
		assertThat(this.lake.onDisk("row")).exists();
	}

	@Test
	void ofAPartialWriteTheFirstHalfIsKept() {
		DataLakeFileClient file = file("row", 1);
		file.create();
		Fault partial = this.faults.on(LakeOperation.APPEND).times(1).partialWrite();
		assertBroken(() -> file.append(BinaryData.fromString("12345678"), 0));
		assertThat(partial.strikes()).isEqualTo(1);
		assertRefused(400, "InvalidFlushPosition", () -> file.flush(8, true));
		file.flush(4, true);
		assertThat(this.lake.read("row")).isEqualTo("1234");
	}

	@Test
	void theClientsOwnRetryMendsAPartialWrite() {
		this.faults.on(LakeOperation.APPEND).times(1).partialWrite();
		file("row", 2).upload(BinaryData.fromString("12345678"));
		assertThat(this.lake.read("row")).isEqualTo("12345678");
	}

	@Test
	void onlyAnAppendIsKeptInPart() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.faults.on(LakeOperation.APPEND, LakeOperation.UPLOAD).partialWrite())
			.withMessageContaining("UPLOAD");
	}

	@Test
	void onlyPathsOfTheGlobAreStruck() {
		this.faults.on(LakeOperation.CREATE).path("lake/commits/*/part-*").serverBusy();
		this.faults.on(LakeOperation.DELETE).path("lake/**").serverBusy();
		file("part-1", 1).create();
		file("commits/part-1", 1).create();
		file("commits/a/b/part-1", 1).create();
		assertRefused(503, "ServerBusy", () -> file("commits/a/part-1", 1).create());
		assertRefused(503, "ServerBusy", () -> file("commits/a/b/part-1", 1).delete());
	}

	@Test
	void aRequestThatLeavesTheAccountOutOfItsAddressIsStruckToo() throws Exception {
		this.lake.upload("a/b", "content");
		this.faults.on(LakeOperation.READ).path("lake/a/*").times(1).serverBusy();
		this.faults.on(LakeOperation.LIST).path("lake").times(1).serverBusy();
		assertThat(new SignedRequest(this.lake.server(), "GET", "/lake/a/b").send().statusCode()).isEqualTo(503);
		assertThat(
				new SignedRequest(this.lake.server(), "GET", "/lake?restype=container&comp=list").send().statusCode())
			.isEqualTo(503);
	}

	@Test
	void everyOperationIsKnownByItsName() {
		this.lake.upload("a", "content");
		assertStruck(LakeOperation.READ, () -> this.lake.read("a"));
		assertStruck(LakeOperation.PROPERTIES, () -> file("a", 1).getProperties());
		assertStruck(LakeOperation.UPDATE, () -> file("a", 1).setMetadata(Map.of("k", "v")));
		assertStruck(LakeOperation.LIST, () -> this.lake.fileSystem().listPaths().stream().toList());
		assertStruck(LakeOperation.CREATE, () -> this.lake.fileSystem().createDirectory("d"));
		assertStruck(LakeOperation.DELETE, () -> file("a", 1).delete());
	}

	private void assertStruck(LakeOperation operation, Runnable call) {
		Fault fault = this.faults.on(operation).times(1).refuse(409, "Struck", "by the fault");
		assertRefused(409, "Struck", call::run);
		assertThat(fault.strikes()).isEqualTo(1);
	}

	private static void assertBroken(ThrowingCallable call) {
		assertThatThrownBy(call).hasRootCauseInstanceOf(IOException.class);
	}

	private DataLakeFileClient file(String path, int tries) {
		return file(path, tries, PATIENCE);
	}

	private DataLakeFileClient impatient(String path) {
		return file(path, 1, IMPATIENCE);
	}

	private DataLakeFileClient file(String path, int tries, Duration responseTimeout) {
		return new DataLakeServiceClientBuilder().endpoint(this.lake.server().endpoint())
			.credential(
					new StorageSharedKeyCredential(this.lake.server().accountName(), this.lake.server().accountKey()))
			.retryOptions(retries(tries))
			.clientOptions(new HttpClientOptions().setResponseTimeout(responseTimeout))
			.buildClient()
			.getFileSystemClient("lake")
			.getFileClient(path);
	}

	private static RequestRetryOptions retries(int tries) {
		return new RequestRetryOptions(RetryPolicyType.FIXED, tries, Duration.ofSeconds(30), Duration.ofMillis(10),
				Duration.ofMillis(10), null);
	}

}
