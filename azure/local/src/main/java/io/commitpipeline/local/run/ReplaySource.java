package io.commitpipeline.local.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.commitpipeline.local.generator.CommitLogGenerator;
import io.commitpipeline.local.replays.CommitLogFile;
import io.commitpipeline.local.replays.SourceShelf;

/**
 * What is replayed: a file that somebody names, else a generated log.
 */
final class ReplaySource {

	private static final CommitLogGenerator USUAL = new CommitLogGenerator(200_000, 1,
			CommitLogGenerator.USUAL_INSIDERS);

	private static final String NAME_OF_USUAL = "generated-200000-1.csv";

	private ReplaySource() {
	}

	static CommitLogFile of(Path named, SourceShelf shelf) throws IOException {
		if (named != null) {
			CommitLogFile file = new CommitLogFile(named.toAbsolutePath());
			file.check();
			return file;
		}
		CommitLogFile generated = shelf.get(NAME_OF_USUAL);
		if (Files.notExists(generated.path())) {
			shelf.put(NAME_OF_USUAL, ReplaySource::generate);
		}
		return generated;
	}

	private static void generate(Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			USUAL.writeTo(out);
		}
	}

}
