package io.commitpipeline.proof;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How a command ended.
 *
 * @param exitCode of the process
 * @param out lines of standard output
 * @param err all of standard error
 */
record Outcome(int exitCode, List<String> out, String err) {

	/**
	 * The figures in the last line of standard output.
	 */
	Figures figures() {
		if (this.out.isEmpty()) {
			throw new AssertionError("Nothing on standard output, exit code " + this.exitCode + ":\n" + this.err);
		}
		try {
			JsonNode json = new ObjectMapper().readTree(this.out.get(this.out.size() - 1));
			return new Figures(json.path("sent").asLong(-1), json.path("rejected").asLong(-1),
					json.path("received").asLong(-1), json.path("counted").asLong(-1),
					json.path("duplicates").asLong(-1), json.path("quarantined").asLong(-1),
					json.path("archived").asLong(-1), json.path("complete").asBoolean());
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError("The last line is not JSON: " + this.out + "\n" + this.err, ex);
		}
	}

	/**
	 * The figures of a run; -1 for one that is missing.
	 */
	record Figures(long sent, long rejected, long received, long counted, long duplicates, long quarantined,
			long archived, boolean complete) {
	}

}
