package io.commitpipeline.local.datalake;

import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.file.datalake.models.DataLakeStorageException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the SDKs make of the service's errors.
 */
final class Refusals {

	private Refusals() {
	}

	static void assertRefused(int status, String code, ThrowingCallable call) {
		DataLakeStorageException refusal = catchThrowableOfType(DataLakeStorageException.class, call);
		assertThat(refusal.getStatusCode() + " " + refusal.getErrorCode()).isEqualTo(status + " " + code);
	}

	static void assertBlobRefused(int status, String code, ThrowingCallable call) {
		BlobStorageException refusal = catchThrowableOfType(BlobStorageException.class, call);
		assertThat(refusal.getStatusCode() + " " + refusal.getErrorCode()).isEqualTo(status + " " + code);
	}

}
