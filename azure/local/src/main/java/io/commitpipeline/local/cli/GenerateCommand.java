package io.commitpipeline.local.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.commitpipeline.local.generator.CommitLogGenerator;
import io.commitpipeline.local.run.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a commit log.
 */
@Command(name = "generate", description = "Writes a commit log in the data set's shape, the same for the same seed.")
final class GenerateCommand implements Callable<Integer> {

	private final Context context;

	@Option(names = "--rows", paramLabel = "N", required = true, description = "how many commits")
	private long rows;

	@Option(names = "--seed", paramLabel = "S", required = true, description = "of all chance")
	private long seed;

	@Option(names = "--insiders", paramLabel = "K", defaultValue = "" + CommitLogGenerator.USUAL_INSIDERS,
			description = "authors who hide something (default: ${DEFAULT-VALUE})")
	private int insiders;

	@Option(names = "--out", paramLabel = "FILE", required = true, description = "where to")
	private Path out;

	GenerateCommand(Context context) {
		this.context = context;
	}

	@Override
	public Integer call() throws IOException {
		CommitLogGenerator generator = generator();
		try (OutputStream file = Files.newOutputStream(this.out)) {
			generator.writeTo(file);
		}
		catch (IOException ex) {
			throw new RefusedException(this.out + " cannot be written: " + ex.getMessage(), ex);
		}
		this.context.terminal()
			.log("%s: %,d commits, insiders %s".formatted(this.out, this.rows, generator.insiderNames()));
		return 0;
	}

	private CommitLogGenerator generator() {
		try {
			return new CommitLogGenerator(this.rows, this.seed, this.insiders);
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedException(ex.getMessage(), ex);
		}
	}

}
