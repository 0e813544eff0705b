package io.commitpipeline.local.datalake.faults;

import java.io.IOException;

/**
 * What happens to a request in place of being served.
 */
@FunctionalInterface
public interface LakeFault {

	/**
	 * Strikes.
	 * @param request the request
	 * @throws IOException if the client is gone or the store fails
	 */
	void strike(StruckRequest request) throws IOException;

}
