package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages tell to type, the Azure CLI understands.
 */
class DocumentedCommandsTests {

	private static final Path TABLE = Path.of("src", "test", "resources", "infra", "az-commands.txt");

	private static final Set<String> EVERYWHERE = Set.of("--output", "--query");

	@ParameterizedTest
	@ValueSource(strings = { "deploy.md", "operations.md" })
	void everyCommandAndOptionIsOneThatTheCliHas(String page) throws IOException {
		Map<String, Set<String>> known = commands();
		List<String> typed = typed(Files.readString(Repository.ROOT.resolve("docs").resolve(page)));
		assertThat(typed).isNotEmpty().allSatisfy((line) -> {
			String command = line.replaceFirst("^az ", "").replaceFirst(" -.*", "");
			assertThat(known).as(line).containsKey(command);
			assertThat(options(line).filter((option) -> !EVERYWHERE.contains(option))).as(line)
				.isSubsetOf(known.get(command));
		});
	}

	private static Map<String, Set<String>> commands() throws IOException {
		return Files.readAllLines(TABLE)
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split(": ", 2))
			.collect(Collectors.toMap((line) -> line[0], (line) -> Set.of(line[1].split(" "))));
	}

	private static List<String> typed(String page) {
		return Pattern.compile("(?m)(?:^|\\$\\()(az [a-z][^)\\n]*)")
			.matcher(page.replaceAll("\\\\\\n\\s*", ""))
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private static Stream<String> options(String line) {
		return Pattern.compile(" (--?[a-z][a-z-]*)").matcher(line).results().map((match) -> match.group(1));
	}

}
