package io.commitpipeline.producer.commits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a row holds, it is a commit or rejected; and what is printed is read again.
 */
class CommitLogFuzzTests {

	private static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	private static final byte[] SOUND = "c_1,person_1,543,/services/billing/a.py,21,14,0.5674,address comments"
		.getBytes(StandardCharsets.UTF_8);

	private static final ObjectMapper JSON = new ObjectMapper()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

	@Property
	void whateverARowHoldsItsNeighboursAreRead(@ForAll("rows") byte[] row) throws IOException {
		Read read = Read.of(log(SOUND, row, SOUND));
		Commit sound = Read.of(log(SOUND)).commits.get(0).commit();
		CommitRow first = read.commits.get(0);
		CommitRow last = read.commits.get(read.commits.size() - 1);
		assertThat(first).isEqualTo(new CommitRow(2, sound));
		assertThat(last.commit()).isEqualTo(sound);
		assertThat(last.line()).isGreaterThan(first.line());
		assertThat(read.lines).doesNotHaveDuplicates().isSorted();
		assertThat(read.rejected).allSatisfy((rejected) -> assertThat(rejected.reason()).isNotBlank());
		Statistics.label("sound")
			.collect(read.rejected.isEmpty())
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share > 5 && share < 95));
	}

	@Property
	void whatIsPrintedIsReadAgain(@ForAll("commits") Commit commit, @ForAll boolean carriageReturn) throws IOException {
		String end = carriageReturn ? "\r\n" : "\n";
		Read read = Read.of((HEADER + print(commit) + end).getBytes(StandardCharsets.UTF_8));
		assertThat(read.rejected).isEmpty();
		assertThat(read.commits).containsExactly(new CommitRow(2, commit));
	}

	@Property
	void theEventSaysWhatTheRowSays(@ForAll("commits") Commit commit) throws IOException {
		JsonNode event = JSON.readTree(CommitJson.encode(commit, Instant.EPOCH));
		assertThat(new Commit(event.get("commit_id").textValue(), event.get("author").textValue(),
				event.get("time").intValue(), event.get("file_path").textValue(), event.get("lines_added").intValue(),
				event.get("lines_deleted").intValue(), event.get("entropy").decimalValue().setScale(4),
				event.get("message").textValue()))
			.isEqualTo(commit);
	}

	@Provide
	Arbitrary<byte[]> rows() {
		return Damage.rows(SOUND);
	}

	@Provide
	Arbitrary<Commit> commits() {
		Arbitrary<String> text = texts();
		Arbitrary<String> name = text.map((any) -> any.replace("\0", "") + "x");
		Arbitrary<Integer> count = Arbitraries.integers().between(0, Integer.MAX_VALUE);
		Arbitrary<BigDecimal> entropy = Arbitraries.bigDecimals()
			.between(BigDecimal.ZERO, BigDecimal.valueOf(Long.MAX_VALUE, 4))
			.ofScale(4)
			.map((number) -> number.setScale(4));
		return Combinators.combine(name, name, count, name, count, count, entropy, text).as(Commit::new);
	}

	/** Whatever makes whole text, quotes and line ends above all. */
	private static Arbitrary<String> texts() {
		return Arbitraries
			.frequencyOf(Tuple.of(3, Arbitraries.of("\"", ",", "\n", "\r", "\\", "\0")),
					Tuple.of(5, Arbitraries.strings().ofMaxLength(5)))
			.list()
			.ofMaxSize(4)
			.map((parts) -> String.join("", parts))
			.map((text) -> text.replaceAll("\\p{Cs}", "🎉"));
	}

	private static String print(Commit commit) {
		return String.join(",", quoted(commit.commitId()), quoted(commit.author()), "" + commit.time(),
				quoted(commit.filePath()), "" + commit.linesAdded(), "" + commit.linesDeleted(),
				commit.entropy().toPlainString(), quoted(commit.message()));
	}

	private static String quoted(String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}

	private static byte[] log(byte[]... rows) {
		ByteArrayOutputStream log = new ByteArrayOutputStream();
		log.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
		for (byte[] row : rows) {
			log.writeBytes(row);
			log.write('\n');
		}
		return log.toByteArray();
	}

	private static final class Read implements CommitLogListener {

		private final List<CommitRow> commits = new ArrayList<>();

		private final List<RejectedRow> rejected = new ArrayList<>();

		private final List<Long> lines = new ArrayList<>();

		static Read of(byte[] log) throws IOException {
			Read read = new Read();
			CommitLog.read(new ByteArrayInputStream(log), read);
			return read;
		}

		@Override
		public void commit(CommitRow row) {
			this.commits.add(row);
			this.lines.add(row.line());
		}

		@Override
		public void rejected(RejectedRow row) {
			this.rejected.add(row);
			this.lines.add(row.line());
		}

	}

}
