package io.commitpipeline.local.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CommitLogGeneratorTests {

	private static final int ROWS = 20_000;

	@Test
	void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
		assertThat(bytes(5_000, 7, 2)).isEqualTo(bytes(5_000, 7, 2)).isNotEqualTo(bytes(5_000, 8, 2));
	}

	@Test
	void everyRowIsAValidCommitOfTheDataSetsShape() throws IOException {
		List<NamedCsvRecord> rows = rows(ROWS, 1, 3);
		assertThat(rows).hasSize(ROWS).allSatisfy((row) -> {
			assertThat(row.getHeader()).containsExactly("commit_id", "author", "time", "file_path", "lines_added",
					"lines_deleted", "entropy", "message");
			assertThat(number(row, "time")).isBetween(0, 43_199);
			assertThat(row.getField("file_path")).matches("/[a-z]+/[a-z]+/[a-z0-9]+/[a-z]+_\\d+\\.[a-z]+");
			assertThat(number(row, "lines_added")).isNotNegative();
			assertThat(number(row, "lines_deleted")).isNotNegative();
			assertThat(row.getField("entropy")).matches("(0\\.\\d{4}|1\\.0000)");
			assertThat(Double.parseDouble(row.getField("entropy"))).isGreaterThanOrEqualTo(0.01);
			assertThat(row.getField("message")).isNotBlank();
		});
		assertThat(rows.get(0).getField("commit_id")).isEqualTo("c_0000001");
		assertThat(rows.get(ROWS - 1).getField("commit_id")).isEqualTo("c_0020000");
	}

	@Test
	void rowsAreSortedByAuthorAndThenByTime() throws IOException {
		List<NamedCsvRecord> rows = rows(ROWS, 1, 3);
		assertThat(rows).isSortedAccordingTo(Comparator
			.comparingInt(
					(NamedCsvRecord row) -> Integer.parseInt(row.getField("author").substring("person_".length())))
			.thenComparingInt((row) -> number(row, "time")));
		assertThat(authors(rows)).hasSize(CommitLogGenerator.AUTHORS);
	}

	@Test
	void authorsKeepHoursAndAnEntropyLevelOfTheirOwn() throws IOException {
		Map<String, List<NamedCsvRecord>> byAuthor = rows(ROWS, 1, 0).stream()
			.collect(Collectors.groupingBy((row) -> row.getField("author")));
		assertThat(byAuthor.values()).allSatisfy(
				(rows) -> assertThat(rows.stream().filter(this::isAtNight).count()).isLessThan(rows.size() / 10));
		assertThat(byAuthor.values().stream().mapToDouble(this::entropy).max().orElseThrow()
				- byAuthor.values().stream().mapToDouble(this::entropy).min().orElseThrow())
			.isGreaterThan(0.3);
	}

	@Test
	void insidersAreThoseWhoseWordsHardlyAnyoneElseUses() throws IOException {
		CommitLogGenerator generator = new CommitLogGenerator(ROWS, 5, 3);
		Map<String, Long> covert = rows(ROWS, 5, 3).stream()
			.filter((row) -> row.getField("message").endsWith(")"))
			.collect(Collectors.groupingBy((row) -> row.getField("author"), Collectors.counting()));
		assertThat(generator.insiderNames()).hasSize(3)
			.allSatisfy((insider) -> assertThat(covert.get(insider)).isGreaterThan(15));
		assertThat(covert.keySet()).hasSizeGreaterThan(3);
		covert.keySet().removeAll(new HashSet<>(generator.insiderNames()));
		assertThat(covert.values()).allSatisfy((commits) -> assertThat(commits).isLessThan(4));
	}

	@Test
	void anInsidersCovertCommitsComeAtNightToSensitiveComponentsWithMoreEntropy() throws IOException {
		String insider = new CommitLogGenerator(ROWS, 5, 1).insiderNames().get(0);
		Map<Boolean, List<NamedCsvRecord>> commits = rows(ROWS, 5, 1).stream()
			.filter((row) -> row.getField("author").equals(insider))
			.collect(Collectors.partitioningBy((row) -> row.getField("message").endsWith(")")));
		assertThat(commits.get(true)).allSatisfy((row) -> {
			assertThat(isAtNight(row)).isTrue();
			assertThat(row.getField("file_path")).matches("/(security|services/payments)/.*");
		});
		assertThat(entropy(commits.get(true))).isGreaterThan(entropy(commits.get(false)) + 0.15);
	}

	@Test
	void aLogMayBeEmptyOrSmallerThanTheNumberOfAuthors() throws IOException {
		assertThat(rows(0, 1, 3)).isEmpty();
		assertThat(rows(17, 1, 3)).hasSize(17);
	}

	@Test
	void moreInsidersThanAuthorsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CommitLogGenerator(1, 1, 101))
			.withMessage("The number of insiders must be from 0 to 100");
	}

	private boolean isAtNight(NamedCsvRecord row) {
		int hour = number(row, "time") / 60 % 24;
		return hour >= 22 || hour < 6;
	}

	private double entropy(List<NamedCsvRecord> rows) {
		return rows.stream().mapToDouble((row) -> Double.parseDouble(row.getField("entropy"))).average().orElseThrow();
	}

	private static Set<String> authors(List<NamedCsvRecord> rows) {
		return rows.stream().map((row) -> row.getField("author")).collect(Collectors.toSet());
	}

	private static int number(NamedCsvRecord row, String field) {
		return Integer.parseInt(row.getField(field));
	}

	private static List<NamedCsvRecord> rows(long rows, long seed, int insiders) throws IOException {
		return CsvReader.builder()
			.ofNamedCsvRecord(new String(bytes(rows, seed, insiders), StandardCharsets.US_ASCII))
			.stream()
			.toList();
	}

	private static byte[] bytes(long rows, long seed, int insiders) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new CommitLogGenerator(rows, seed, insiders).writeTo(out);
		return out.toByteArray();
	}

}
