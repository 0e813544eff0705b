package io.commitpipeline.local.datalake.http;

import io.commitpipeline.local.datalake.store.Failure;

/**
 * What the store's refusals are called in both views.
 */
public final class CommonErrors {

	private CommonErrors() {
	}

	/**
	 * The error of a refusal.
	 * @param failure the refusal
	 * @return the error to tell
	 */
	public static ServiceError of(Failure failure) {
		return switch (failure) {
			case INVALID_NAME -> new ServiceError(400, "InvalidResourceName",
					"The specified resource name contains invalid characters.");
			case CONDITION_NOT_MET, UNCHANGED -> new ServiceError(412, "ConditionNotMet",
					"The condition specified using HTTP conditional header(s) is not met.");
			case INVALID_BLOCK_LIST ->
				new ServiceError(400, "InvalidBlockList", "The specified block list is invalid.");
			case DIGEST_MISMATCH -> new ServiceError(400, "Md5Mismatch",
					"The MD5 value specified in the request did not match with the MD5 value calculated by the server.");
			case LEASE_PRESENT -> new ServiceError(409, "LeaseAlreadyPresent", "There is already a lease present.");
			case LEASE_BREAKING -> new ServiceError(409, "LeaseIsBreakingAndCannotBeAcquired",
					"The lease ID matched, but the lease is currently in breaking state and cannot be acquired until it is broken.");
			case LEASE_BROKEN -> new ServiceError(409, "LeaseIsBrokenAndCannotBeRenewed",
					"The lease ID matched, but the lease has been broken explicitly and cannot be renewed.");
			case NO_LEASE -> new ServiceError(409, "LeaseNotPresentWithLeaseOperation",
					"There is currently no lease on the resource.");
			case LEASE_DIFFERS -> new ServiceError(409, "LeaseIdMismatchWithLeaseOperation",
					"The lease ID specified did not match the lease ID for the resource with the specified lease operation.");
			case LEASE_ID_MISSING -> new ServiceError(412, "LeaseIdMissing",
					"There is currently a lease on the resource and no lease ID was specified in the request.");
			case LEASE_DIFFERS_FOR_WRITE -> new ServiceError(412, "LeaseIdMismatchWithBlobOperation",
					"The lease ID specified did not match the lease ID for the blob.");
			case NO_LEASE_FOR_WRITE ->
				new ServiceError(412, "LeaseNotPresentWithBlobOperation", "There is currently no lease on the blob.");
			case LEASE_LOST -> new ServiceError(412, "LeaseLost",
					"A lease ID was specified, but the lease for the resource has expired.");
			default -> ServiceError.INTERNAL;
		};
	}

}
