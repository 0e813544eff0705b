package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * A scenario with one defect, or none.
 */
record Trial(Supplier<Scenario> scenario, Defect defect) {

	private static final Path STAGES = Path.of("target", "faults", "stages").toAbsolutePath();

	String name() {
		return this.scenario.get().getClass().getSimpleName()
				+ ((this.defect != null) ? " [defect " + this.defect + "]" : " [clean]");
	}

	/**
	 * Plays round by round until something is found.
	 * @param seed decides what happens when
	 * @param ended is told of each round
	 */
	void run(long seed, int rounds, Consumer<Result> ended) {
		Scenario played = this.scenario.get();
		Path directory = directory();
		try (Stage stage = new Stage(directory, seed, this.defect, played.usesPoints(), played.properties())) {
			played.begin(stage);
			Findings findings = Findings.none();
			for (int round = 1; round <= rounds && findings.isNone(); round++) {
				long before = stage.events();
				findings = played.play(stage, round);
				ended.accept(new Result(name(), seed, round, stage.events() - before, findings, stage.isPlanted(),
						directory));
			}
		}
	}

	private static Path directory() {
		try {
			return Files.createTempDirectory(Files.createDirectories(STAGES), "stage");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
