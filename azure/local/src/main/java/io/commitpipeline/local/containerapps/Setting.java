package io.commitpipeline.local.containerapps;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A value of an app's environment: exactly one of the two is there.
 *
 * @param literal the value itself
 * @param from the name under which each side knows its value
 */
record Setting(String literal, String from) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Setting literal(String literal) {
		return new Setting(literal, null);
	}

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	static Setting reference(@JsonProperty(value = "from", required = true) String from) {
		return new Setting(null, from);
	}

}
