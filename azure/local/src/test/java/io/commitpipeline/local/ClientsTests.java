package io.commitpipeline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Clients in other languages. They need their packages: run them with {@code -Pclients}.
 */
@EnabledIfSystemProperty(named = "clients", matches = "true")
class ClientsTests {

	private static final int PATIENCE_MINUTES = 5;

	@TempDir
	private Path directory;

	private LocalAzure azure;

	private Path settings;

	@BeforeEach
	void start() throws IOException {
		this.azure = LocalAzure.start(this.directory);
		this.settings = Files.write(this.directory.resolve("azure.env"),
				this.azure.connections()
					.entrySet()
					.stream()
					.map((setting) -> setting.getKey() + "=" + setting.getValue())
					.toList());
	}

	@AfterEach
	void stop() {
		this.azure.close();
	}

	@Test
	void python() throws Exception {
		assumeInstalled("python3", "--version");
		Path clients = copy("python", "clients.py", "requirements.txt");
		run(clients, "python3", "-m", "venv", "venv");
		run(clients, "venv/bin/pip", "install", "--quiet", "--requirement", "requirements.txt");
		assertAllOk(10, run(clients, "venv/bin/python", "clients.py", this.settings.toString()));
	}

	@Test
	void go() throws Exception {
		assumeInstalled("go", "version");
		assertAllOk(4, run(copy("go", "main.go", "go.mod", "go.sum"), "go", "run", ".", this.settings.toString()));
	}

	@Test
	void node() throws Exception {
		assumeInstalled("npm", "--version");
		Path clients = copy("node", "clients.mjs", "package.json");
		run(clients, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
		assertAllOk(5, run(clients, "node", "clients.mjs", this.settings.toString()));
	}

	/**
	 * Packages are fetched beside the copy, so that nothing is left behind.
	 */
	private Path copy(String language, String... files) throws IOException {
		Path copy = Files.createDirectories(this.directory.resolve(language));
		for (String file : files) {
			Files.copy(Path.of("clients", language, file), copy.resolve(file));
		}
		return copy;
	}

	private static void assertAllOk(int checks, List<String> lines) {
		assertThat(lines).hasSize(checks).allSatisfy((line) -> assertThat(line).startsWith("ok: "));
	}

	private static void assumeInstalled(String... command) throws InterruptedException {
		try {
			assumeThat(new ProcessBuilder(command).start().waitFor()).isZero();
		}
		catch (IOException ex) {
			assumeThat(ex).as("%s is not installed", command[0]).isNull();
		}
	}

	private List<String> run(Path clients, String... command) throws IOException, InterruptedException {
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(command).directory(clients.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
		process.destroyForcibly();
		assertThat(ended && process.exitValue() == 0).as(() -> read(output)).isTrue();
		return Files.readAllLines(output);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.getMessage();
		}
	}

}
