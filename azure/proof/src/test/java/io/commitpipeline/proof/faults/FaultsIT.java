package io.commitpipeline.proof.faults;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.commitpipeline.proof.faults.agent.Defect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static io.commitpipeline.proof.faults.ResultAssert.assertThat;

/**
 * Each scenario on the packaged applications as they are, and with each defect that it
 * must reveal.
 */
class FaultsIT {

	private static final List<Supplier<Scenario>> SCENARIOS = List.of(KilledProcessor::new, KilledAtAPoint::new);

	private static final long SEED = Long.getLong("faults.seed", 1);

	private static final String ONLY = System.getProperty("faults.only", "");

	@TestFactory
	Stream<DynamicTest> faults() {
		return SCENARIOS.stream()
			.flatMap(FaultsIT::trials)
			.filter((trial) -> trial.name().contains(ONLY))
			.map((trial) -> DynamicTest.dynamicTest(trial.name(), () -> check(trial)));
	}

	private static Stream<Trial> trials(Supplier<Scenario> scenario) {
		Stream<Trial> defective = scenario.get().defects().stream().map((defect) -> new Trial(scenario, defect, SEED));
		return Stream.concat(Stream.of(new Trial(scenario, null, SEED)), defective);
	}

	private static void check(Trial trial) {
		Result result = trial.run(trial.scenario().get().rounds());
		System.out.println(result);
		Defect defect = trial.defect();
		if (defect != null) {
			assertThat(result).hasSentEnough().hasCaughtTheDefect();
		}
		else {
			assertThat(result).hasSentEnough().hasLostNothing().hasDoubledNothing().hasNoComplaints();
		}
	}

}
