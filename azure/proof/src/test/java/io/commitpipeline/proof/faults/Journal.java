package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rounds that were played, a line each: a run that was cut goes on where it ended.
 */
record Journal(Path file) {

	static Journal in(Path directory, String name) {
		try {
			return new Journal(Files.createDirectories(directory).resolve(name + ".csv"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Trials run side by side. */
	void add(Result result) {
		Line line = new Line(result.trial(), result.events(), result.findings().lost().size(),
				result.findings().doubled().size(), result.findings().complaints().size());
		try {
			synchronized (Journal.class) {
				Files.writeString(this.file, line.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int rounds(Trial trial) {
		return (int) lines().stream().filter((line) -> line.trial().equals(trial.name())).count();
	}

	private List<Line> lines() {
		try {
			return Files.exists(this.file) ? Files.readAllLines(this.file).stream().map(Line::of).toList() : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean hasFindings(Trial trial) {
		return lines().stream().anyMatch((line) -> line.trial().equals(trial.name()) && line.hasFindings());
	}

	void forget() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Leaves the table in place of the lines. */
	void end() {
		try {
			Files.writeString(Path.of(this.file.toString().replaceFirst("csv$", "txt")), table());
			forget();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @return scenario, rounds, events, lost, doubled; and whether a defect was caught
	 */
	String table() {
		Map<String, List<Line>> trials = new LinkedHashMap<>();
		lines().forEach((line) -> trials.computeIfAbsent(line.trial(), (trial) -> new ArrayList<>()).add(line));
		StringBuilder table = new StringBuilder(
				"%-55s %6s %9s %6s %7s %s%n".formatted("scenario", "rounds", "events", "lost", "doubled", "caught"));
		trials.forEach((trial,
				lines) -> table.append("%-55s %6d %9d %6d %7d %s%n".formatted(trial, lines.size(),
						lines.stream().mapToLong(Line::events).sum(), lines.stream().mapToLong(Line::lost).sum(),
						lines.stream().mapToLong(Line::doubled).sum(), verdict(trial, lines))));
		return table.toString();
	}

	private static String verdict(String trial, List<Line> lines) {
		boolean found = lines.stream().anyMatch(Line::hasFindings);
		if (trial.endsWith("[clean]")) {
			return found ? "NOT CLEAN" : "";
		}
		return found ? "yes" : "NO";
	}

	private record Line(String trial, long events, long lost, long doubled, long complaints) {

		static Line of(String text) {
			String[] parts = text.split(";");
			return new Line(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]),
					Long.parseLong(parts[4]));
		}

		boolean hasFindings() {
			return this.lost + this.doubled + this.complaints > 0;
		}

		String text() {
			return "%s;%d;%d;%d;%d".formatted(this.trial, this.events, this.lost, this.doubled, this.complaints);
		}

	}

}
