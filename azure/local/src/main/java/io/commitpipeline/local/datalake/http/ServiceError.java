package io.commitpipeline.local.datalake.http;

/**
 * An error as the service tells it.
 *
 * @param status the HTTP status
 * @param code what programs read
 * @param message what people read
 */
public record ServiceError(int status, String code, String message) {

	public static final ServiceError NO_AUTHENTICATION = new ServiceError(401, "NoAuthenticationInformation",
			"Server failed to authenticate the request. Please refer to the information in the www-authenticate header.");

	public static final ServiceError AUTHENTICATION_FAILED = new ServiceError(403, "AuthenticationFailed",
			"Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.");

	public static final ServiceError NOT_IMPLEMENTED = new ServiceError(501, "NotImplemented",
			"The requested operation is not implemented on the specified resource.");

	public static final ServiceError INVALID_URI = new ServiceError(400, "InvalidUri",
			"The requested URI does not represent any resource on the server.");

	public static final ServiceError INVALID_SOURCE = new ServiceError(400, "InvalidSourceUri",
			"The source URI is invalid.");

	public static final ServiceError INVALID_HEADER = new ServiceError(400, "InvalidHeaderValue",
			"The value for one of the HTTP headers is not in the correct format.");

	public static final ServiceError INVALID_QUERY = new ServiceError(400, "InvalidQueryParameterValue",
			"Value for one of the query parameters specified in the request URI is invalid.");

	public static final ServiceError INVALID_METADATA = new ServiceError(400, "InvalidMetadata",
			"The metadata specified is invalid. It has characters that are not permitted.");

	public static final ServiceError INVALID_RANGE = new ServiceError(416, "InvalidRange",
			"The range specified is invalid for the current size of the resource.");

	public static final ServiceError NOT_MODIFIED = new ServiceError(304, "ConditionNotMet",
			"The condition specified using HTTP conditional header(s) is not met.");

	public static final ServiceError MULTIPLE_CONDITIONS = new ServiceError(400, "MultipleConditionHeadersNotSupported",
			"Multiple condition headers are not supported.");

	public static final ServiceError INTERNAL = new ServiceError(500, "InternalError",
			"Server encountered an internal error. Please try again after some time.");

	public ServiceException exception() {
		return new ServiceException(this);
	}

}
