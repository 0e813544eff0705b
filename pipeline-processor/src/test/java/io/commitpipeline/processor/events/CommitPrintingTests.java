package io.commitpipeline.processor.events;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed is read again.
 */
class CommitPrintingTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CommitReader reader = new CommitReader();

	@Property
	void whatIsPrintedIsReadAgain(@ForAll("commits") Commit commit) throws InvalidEventException {
		assertThat(this.reader.read(print(commit))).isEqualTo(commit);
	}

	private static byte[] print(Commit commit) {
		ObjectNode event = JSON.createObjectNode()
			.put("commit_id", commit.commitId())
			.put("author", commit.author())
			.put("time", commit.time())
			.put("file_path", commit.filePath())
			.put("lines_added", commit.linesAdded())
			.put("lines_deleted", commit.linesDeleted())
			.put("entropy", BigDecimal.valueOf(commit.entropy(), Commit.ENTROPY_SCALE))
			.put("message", commit.message())
			.put("ingest_timestamp", commit.ingestTimestamp());
		return event.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Provide
	Arbitrary<Commit> commits() {
		Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20).map((any) -> any.replaceAll("\\p{Cs}", "🎉"));
		Arbitrary<String> name = text.map((any) -> any.replace("\0", "") + "x");
		Arbitrary<Integer> count = Arbitraries.integers().between(0, Integer.MAX_VALUE);
		Arbitrary<Long> entropy = Arbitraries.longs().between(0, Long.MAX_VALUE);
		Arbitrary<Double> ingested = Arbitraries.doubles().injectNull(0.2);
		return Combinators.combine(name, name, count, name, count, count, entropy, text)
			.flatAs((id, author, time, path, added, deleted, unusual, message) -> ingested
				.map((at) -> new Commit(id, author, time, path, added, deleted, unusual, message, at)));
	}

}
