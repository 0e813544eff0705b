package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code .dockerignore} lets into the context that a build sends to the registry.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerContextIT {

	/** Brought by azure/agent.sh, which a deployment runs. */
	private static final String AGENT = "azure/target/applicationinsights-agent.jar";

	/** Four jars of up to 120 MB and the agent's 45. */
	private static final long MOST_MEGABYTES = 400;

	private final Map<String, Long> context = new TreeMap<>();

	@BeforeAll
	void walk() throws IOException {
		List<String> patterns = Files.readAllLines(Repository.ROOT.resolve(".dockerignore"))
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.toList();
		Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				Path path = Repository.ROOT.relativize(file);
				if (isLetIn(path, patterns)) {
					DockerContextIT.this.context.put(path.toString().replace('\\', '/'), attributes.size());
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	@Test
	void theContextIsTheJarsAndTheRecipe() throws IOException {
		Set<String> expected = new TreeSet<>(Set.of("azure/Dockerfile"));
		AppsYaml apps = AppsYaml.read();
		apps.apps().values().forEach((app) -> expected.add((String) app.get("jar")));
		apps.jobs().values().forEach((job) -> expected.add((String) job.get("jar")));
		Set<String> found = new TreeSet<>(this.context.keySet());
		found.remove(AGENT);
		assertThat(found).isEqualTo(expected);
	}

	@Test
	void theContextIsOfThatSize() {
		long megabytes = this.context.values().stream().mapToLong(Long::longValue).sum() >> 20;
		assertThat(megabytes).isBetween(100L, MOST_MEGABYTES);
	}

	@Test
	void theScriptBuildsAnImageOfEachJar() throws IOException {
		Set<String> built = new TreeSet<>();
		Pattern.compile("pipeline-\\w+=(\\S+\\.jar)")
			.matcher(Files.readString(Repository.AZURE.resolve("deploy.sh")))
			.results()
			.forEach((match) -> built.add(match.group(1)));
		Set<String> jars = new TreeSet<>(this.context.keySet());
		jars.removeAll(Set.of(AGENT, "azure/Dockerfile"));
		assertThat(built).isEqualTo(jars);
	}

	/** The last pattern that a file, or a folder above it, matches decides. */
	private static boolean isLetIn(Path path, List<String> patterns) {
		boolean in = true;
		for (String pattern : patterns) {
			boolean exception = pattern.startsWith("!");
			PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^!", ""));
			for (int names = 1; names <= path.getNameCount(); names++) {
				if (matcher.matches(path.subpath(0, names))) {
					in = exception;
				}
			}
		}
		return in;
	}

}
