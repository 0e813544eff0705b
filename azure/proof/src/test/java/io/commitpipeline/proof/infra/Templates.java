package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Bicep files, read with tree-sitter's grammar of Bicep, which runs in Node.
 */
final class Templates {

	private static final Path PARSER = Path.of("src", "test", "node").toAbsolutePath();

	private Templates() {
	}

	/**
	 * @return templates by their file, relative to {@code azure/infra}
	 */
	static Map<String, Template> read() throws IOException, InterruptedException {
		requireParser();
		List<String> command = new ArrayList<>(List.of("node", PARSER.resolve("parse.cjs").toString()));
		try (Stream<Path> files = Files.walk(Repository.INFRA)) {
			files.filter((file) -> file.toString().endsWith(".bicep")).map(Path::toString).forEach(command::add);
		}
		Process node = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		Map<String, Template> templates = new TreeMap<>();
		new ObjectMapper().readValue(node.getInputStream(), new TypeReference<Map<String, Template>>() {
		}).forEach((file, template) -> templates.put(relative(file), template));
		assertThat(node.waitFor()).isZero();
		return templates;
	}

	private static String relative(String file) {
		return Repository.INFRA.relativize(Path.of(file)).toString().replace('\\', '/');
	}

	/** A build server must not pass over it. */
	private static void requireParser() {
		boolean there = Files.isDirectory(PARSER.resolve("node_modules").resolve("tree-sitter-bicep"));
		String advice = "Bicep is not checked: npm ci --ignore-scripts in " + PARSER;
		if ("true".equals(System.getenv("CI")) && System.getProperty("os.name").equals("Linux")) {
			assertThat(there).as(advice).isTrue();
		}
		if (!there) {
			System.err.println(advice);
		}
		Assumptions.assumeTrue(there, advice);
	}

}
