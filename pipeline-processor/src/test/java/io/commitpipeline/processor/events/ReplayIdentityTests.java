package io.commitpipeline.processor.events;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReplayIdentityTests {

	private static final UUID RUN = UUID.randomUUID();

	@Test
	void anEventOfAReplayNamesItsRow() throws InvalidEventException {
		assertThat(ReplayIdentity.of(Map.of("replay-id", RUN.toString(), "replay-row", "17", "id", "x")))
			.isEqualTo(new ReplayIdentity(RUN, 17));
	}

	@Test
	void otherEventsAreWelcome() throws InvalidEventException {
		assertThat(ReplayIdentity.of(Map.of("x", 1))).isEqualTo(ReplayIdentity.NONE);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "null,1", "0190f3a0-0000-7000-8000-000000000001,null", "x,1", "1-1-1-1-1,1",
					"00000000-0000-0000-0000-000000000000,1", "0190f3a0-0000-7000-8000-000000000001,-1",
					"0190f3a0-0000-7000-8000-000000000001,1.0", "0190f3a0-0000-7000-8000-000000000001,''",
					"0190f3a0-0000-7000-8000-000000000001,99999999999999999999" })
	void anIdentityThatMakesNoSenseIsInvalid(String run, String row) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("replay-id", run);
		properties.put("replay-row", row);
		assertThatExceptionOfType(InvalidEventException.class).isThrownBy(() -> ReplayIdentity.of(properties));
	}

}
