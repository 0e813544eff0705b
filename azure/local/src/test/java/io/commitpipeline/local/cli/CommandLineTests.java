package io.commitpipeline.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.commitpipeline.local.files.DirectoryLock;
import io.commitpipeline.local.run.Shutdown;
import io.commitpipeline.local.run.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	@TempDir
	private Path directory;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void aGeneratedLogIsTheSameWhereverTheOptionsStand() throws IOException {
		Path before = this.directory.resolve("before.csv");
		Path after = this.directory.resolve("after.csv");
		assertThat(run("--data-dir", this.directory.toString(), "generate", "--rows", "500", "--seed", "3", "--out",
				before.toString()))
			.isZero();
		assertThat(run("generate", "--rows", "500", "--seed", "3", "--out", after.toString(), "--data-dir",
				this.directory.toString()))
			.isZero();
		assertThat(after).hasSameBinaryContentAs(before);
		assertThat(Files.readAllLines(after)).hasSize(501).first().isEqualTo(HEADER.strip());
	}

	@Test
	void aFileThatCannotBeWrittenIsRefused() {
		assertThat(run("generate", "--rows", "1", "--seed", "1", "--out", this.directory.toString())).isEqualTo(2);
		assertThat(errors()).startsWith("azure-local: " + this.directory + " cannot be written").hasLineCount(1);
	}

	@Test
	void anUnknownOptionIsRefusedInOneLine() {
		assertThat(run("--speed", "9")).isEqualTo(2);
		assertThat(errors()).contains("--speed").hasLineCount(1);
	}

	@Test
	void aRateIsANumberOrMax() {
		assertThat(run("--rate", "fast")).isEqualTo(2);
		assertThat(errors()).contains("expected a number of commits per second or max, not 'fast'").hasLineCount(1);
		assertThat(run("--rate", "0")).isEqualTo(2);
	}

	@Test
	void aBusyPortIsNamed() throws IOException {
		try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = busy.getLocalPort();
			assertThat(run("--port", Integer.toString(port), "--data-dir", this.directory.toString())).isEqualTo(2);
			assertThat(errors())
				.isEqualTo("azure-local: Port " + port + " is in use, choose another one with --port\n");
		}
	}

	@Test
	void aDataDirectoryInUseIsNamed() throws IOException {
		try (DirectoryLock lock = DirectoryLock.take(this.directory.resolve("lock")).orElseThrow()) {
			assertThat(lock).isNotNull();
			assertThat(run("azure", "--data-dir", this.directory.toString())).isEqualTo(2);
			assertThat(errors()).isEqualTo("azure-local: The data directory " + this.directory + " is in use\n");
		}
	}

	@Test
	void aSourceThatIsNotThereIsNamed() {
		Path source = this.directory.resolve("none.csv");
		assertThat(runWithSource(source)).isEqualTo(2);
		assertThat(errors()).isEqualTo("azure-local: The source " + source + " is not a readable file\n");
	}

	@Test
	void aWrongHeaderIsShown() throws IOException {
		Path source = Files.writeString(this.directory.resolve("wrong.csv"), "id,who\n1,me\n");
		assertThat(runWithSource(source)).isEqualTo(2);
		assertThat(errors()).contains("has the header 'id,who', expected 'commit_id,author,").hasLineCount(1);
	}

	@Test
	void anEmptySourceHasTheWrongHeader() throws IOException {
		assertThat(runWithSource(Files.createFile(this.directory.resolve("empty.csv")))).isEqualTo(2);
		assertThat(errors()).contains("has the header ''").hasLineCount(1);
	}

	@Test
	void aHubThatCannotBeIsRefusedByName() {
		assertThat(run("azure", "--hub", "orders:many")).isEqualTo(2);
		assertThat(errors()).contains("hub 'orders': expected a number of partitions, not 'many'").hasLineCount(1);
	}

	@Test
	void whatDidNotRunCannotBeVerified() {
		assertThat(run("verify", "--deep", "--data-dir", this.directory.resolve("none").toString())).isEqualTo(2);
		assertThat(errors()).contains("No pipeline has run in ").hasLineCount(1);
	}

	@Test
	void whatDidNotRunCannotBeRebuilt() {
		assertThat(run("rebuild", "--data-dir", this.directory.resolve("none").toString())).isEqualTo(2);
		assertThat(errors()).contains("No pipeline has run in ").hasLineCount(1);
	}

	@Test
	void helpGoesToStandardOutput() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("--until-done", "--data-dir", "generate",
				"verify");
	}

	private int runWithSource(Path source) {
		return run("--source", source.toString(), "--port", "0", "--data-dir", this.directory.toString());
	}

	private int run(String... arguments) {
		Terminal terminal = new Terminal(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), false);
		try (Shutdown shutdown = new Shutdown()) {
			return CommandLineInterface.of(terminal, shutdown, Clock.systemUTC())
				.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
				.execute(arguments);
		}
	}

	private String errors() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
