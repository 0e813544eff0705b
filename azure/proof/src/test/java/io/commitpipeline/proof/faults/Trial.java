package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * A scenario with one defect, or none.
 */
record Trial(Supplier<Scenario> scenario, Defect defect, long seed) {

	private static final Path STAGES = Path.of("target", "faults", "stages").toAbsolutePath();

	String name() {
		return this.scenario.get().getClass().getSimpleName()
				+ ((this.defect != null) ? " [defect " + this.defect + "]" : " [clean]");
	}

	/**
	 * Plays until something is found.
	 */
	Result run(int rounds) {
		Scenario played = this.scenario.get();
		Path directory = directory();
		long events = 0;
		try (Stage stage = new Stage(directory, this.seed, this.defect, played.usesPoints())) {
			played.begin(stage);
			Findings findings = Findings.none();
			int round = 0;
			while (findings.isNone() && round < rounds) {
				findings = played.play(stage, ++round);
				events = stage.events();
			}
			return new Result(name(), this.seed, round, events, findings, stage.isPlanted(), directory);
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
