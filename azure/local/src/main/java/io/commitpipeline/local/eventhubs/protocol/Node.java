package io.commitpipeline.local.eventhubs.protocol;

import java.util.Map;

import io.commitpipeline.local.eventhubs.broker.RefusedException;

/**
 * Answers requests.
 */
interface Node {

	/**
	 * Does what is asked.
	 * @param request the request's application properties
	 * @param body its body; null if it has none
	 * @return the answer
	 * @throws RefusedException if it cannot be had
	 */
	Response answer(Map<String, Object> request, Object body) throws RefusedException;

}
