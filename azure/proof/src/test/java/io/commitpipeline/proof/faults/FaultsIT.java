package io.commitpipeline.proof.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static io.commitpipeline.proof.faults.ResultsAssert.assertThat;

/**
 * Each scenario on the packaged applications as they are, and with each defect that it
 * must reveal.
 */
class FaultsIT {

	private static final List<Supplier<Scenario>> SCENARIOS = List.of(KilledProcessor::new, KilledAtAPoint::new,
			KilledProducer::new, PostgresFaults::new, LakeFaults::new, HubFaults::new, TwoOwners::new,
			RecreatedHub::new, RestoredDatabase::new, Standby::new, Rollout::new, SilentHub::new, PoisonedBatches::new);

	private static final long SEED = Long.getLong("faults.seed", 1);

	private static final String ONLY = System.getProperty("faults.only", "");

	private static final boolean LONG = "long".equals(System.getProperty("faults"));

	private static final Journal JOURNAL = Journal.in(Path.of("target", "faults"), LONG ? "long" : "short");

	private static final int ROUNDS_OF_A_DEFECT = 4;

	private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	Stream<DynamicTest> faults() {
		if (!LONG) {
			JOURNAL.forget();
		}
		return trials().map((trial) -> DynamicTest.dynamicTest(trial.name(), () -> check(trial)));
	}

	/** A journal that is complete is of no more use than its table. */
	@AfterAll
	static void report() {
		System.out.println(JOURNAL.table());
		if (ONLY.isEmpty() && trials().allMatch((trial) -> JOURNAL.rounds(trial) >= rounds(trial))) {
			JOURNAL.end();
		}
	}

	private static Stream<Trial> trials() {
		return SCENARIOS.stream().flatMap(FaultsIT::trials).filter((trial) -> trial.name().contains(ONLY));
	}

	private static Stream<Trial> trials(Supplier<Scenario> scenario) {
		return Stream.concat(Stream.of(new Trial(scenario, null)),
				scenario.get().defects().stream().map((defect) -> new Trial(scenario, defect)));
	}

	/**
	 * A defect that needs a certain moment may hide in some rounds; one that shows it is
	 * enough.
	 */
	private static int rounds(Trial trial) {
		if (trial.defect() != null) {
			return JOURNAL.hasFindings(trial) ? 1 : ROUNDS_OF_A_DEFECT;
		}
		return LONG ? ROUNDS : trial.scenario().get().rounds();
	}

	private static void check(Trial trial) {
		Assumptions.assumeTrue(!trial.scenario().get().freezes() || OS.LINUX.isCurrentOs(),
				"Freezing a process takes Linux");
		int played = JOURNAL.rounds(trial);
		Assumptions.assumeTrue(played < rounds(trial), "Played before");
		long seed = SEED + played;
		System.out.println("Playing " + trial.name() + " with seed " + seed);
		List<Result> results = new ArrayList<>();
		trial.run(seed, rounds(trial) - played, (result) -> {
			System.out.println(result);
			results.add(result);
			JOURNAL.add(result);
		});
		if (trial.defect() != null) {
			assertThat(results).hasSentEnough().hasCaughtTheDefect();
		}
		else {
			assertThat(results).hasSentEnough().hasLostNothing().hasDoubledNothing().hasNoComplaints();
		}
	}

}
