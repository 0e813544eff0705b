package io.commitpipeline.producer.commits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommitLogTests {

	private static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	private static final String QUOTE = "a quote is opened and not closed where its field ends";

	private final List<CommitRow> commits = new ArrayList<>();

	private final List<RejectedRow> rejected = new ArrayList<>();

	@Test
	void aRowBecomesACommitWithAllItsFields() {
		read(HEADER + "c_1,person_1,543,/services/billing/a.py,21,14,0.5674,address review comments\n");
		assertThat(this.commits).containsExactly(new CommitRow(2, new Commit("c_1", "person_1", 543,
				"/services/billing/a.py", 21, 14, new BigDecimal("0.5674"), "address review comments")));
	}

	@Test
	void quotedCommasQuotesAndLineBreaksBelongToTheirField() {
		read(HEADER + "c_1,\"Müller, Jörg\",1,/a,1,2,0.5,\"first\r\nsecond, \"\"third\"\"\n🎉\"\n" + row("c_2"));
		assertThat(messages()).containsExactly("first\r\nsecond, \"third\"\n🎉", "plain");
		assertThat(this.commits.get(0).commit().author()).isEqualTo("Müller, Jörg");
		assertThat(this.commits).extracting(CommitRow::line).containsExactly(2L, 5L);
		assertThat(this.rejected).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r", "" })
	void aFieldMayEndInACarriageReturn(String end) {
		read(HEADER + "c_1,a,1,/a,1,2,0.5,\"m\r\"" + end);
		assertThat(messages()).containsExactly("m\r");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void everyUsualLineEndEndsARow(String end) {
		read((HEADER + row("c_1") + row("c_2").stripTrailing()).replace("\n", end));
		assertThat(ids()).containsExactly("c_1", "c_2");
		assertThat(messages()).containsExactly("plain", "plain");
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheHeader() {
		read("\uFEFF" + HEADER + row("c_1"));
		assertThat(ids()).containsExactly("c_1");
	}

	@Test
	void blankLinesAreNoRows() {
		read(HEADER + "\n" + row("c_1") + "\r\n" + row("c_2") + "\n\n");
		assertThat(ids()).containsExactly("c_1", "c_2");
		assertThat(this.rejected).isEmpty();
	}

	@Test
	void anotherHeaderIsRefusedWithWhatWasExpected() {
		assertThatExceptionOfType(WrongHeaderException.class).isThrownBy(() -> read("id,who\n1,2\n"))
			.withMessage("The first line is not the header of a commit log: expected " + HEADER.strip()
					+ ", found 'id,who'");
	}

	@Test
	void anEmptyFileHasNoHeader() {
		assertThatExceptionOfType(WrongHeaderException.class).isThrownBy(() -> read(""))
			.withMessageEndingWith("found nothing: the file is empty");
	}

	@Test
	void aRowWithTooFewColumnsIsRejected() {
		read(HEADER + row("c_1") + "c_2,person_1,543\n" + row("c_3"));
		assertThat(ids()).containsExactly("c_1", "c_3");
		assertThat(this.rejected).containsExactly(new RejectedRow(3, null, "expected 8 columns, found 3"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`,p,1,/a,1,2,0.5,m`, commit_id, is empty
			`c,,1,/a,1,2,0.5,m`, author, is empty
			`c,p,1,,1,2,0.5,m`, file_path, is empty
			`c,p,-1,/a,1,2,0.5,m`, time, 'expected a whole number from 0 to 2147483647, found '-1''
			`c,p,1,/a,2147483648,2,0.5,m`, lines_added, found '2147483648'
			`c,p,1,/a,1,,0.5,m`, lines_deleted, found ''
			`c,p,1.5,/a,1,2,0.5,m`, time, found '1.5'
			`c,p,1,/a,1,2,NaN,m`, entropy, 'found 'NaN''
			`c,p,1,/a,1,2,-0.1,m`, entropy, expected a number from 0 to 922337203685477.5807
			`c,p,1,/a,1,2,922337203685477.5808,m`, entropy, expected a number
			`c,p,1,/a,1,2,1e999,m`, entropy, expected a number
			`c,p,1,/a,1,2,0x1,m`, entropy, expected a number
			`c,p,٣,/a,1,2,0.5,m`, time, found '٣'
			""")
	void anInvalidFieldRejectsItsRowByColumnAndReason(String line, String column, String reason) {
		read(HEADER + line + "\n" + row("c_2"));
		assertThat(ids()).containsExactly("c_2");
		assertThat(this.rejected).singleElement().satisfies((row) -> {
			assertThat(row.line()).isEqualTo(2);
			assertThat(row.field()).isEqualTo(column);
			assertThat(row.reason()).contains(reason.replaceAll("^'|'$", "").strip());
		});
	}

	@Test
	void aNulCharacterIsNoName() {
		read(HEADER + "c_1,per\0son,1,/a,1,2,0.5,nul in \0 message is fine\n" + "c_2,p,1,/a,1,2,0.5,nul \0 here\n");
		assertThat(this.rejected).containsExactly(new RejectedRow(2, "author", "contains a NUL character"));
		assertThat(messages()).containsExactly("nul \0 here");
	}

	@Test
	void wholeNumbersMayHaveADecimalPointAndEntropyAnExponent() {
		read(HEADER + "c_1,p,21.0,/a,1.00,0,1e-3,m\n");
		assertThat(this.commits).singleElement().satisfies((row) -> {
			assertThat(row.commit().time()).isEqualTo(21);
			assertThat(row.commit().linesAdded()).isOne();
			assertThat(row.commit().entropy()).isEqualByComparingTo("0.001");
		});
	}

	@Test
	void invalidUtf8IsRejectedWithItsColumn() {
		byte[] bytes = (HEADER + "c_1,p,1,/a,1,2,0.5,caf\u00e9\n" + row("c_2")).getBytes(StandardCharsets.ISO_8859_1);
		read(bytes);
		assertThat(this.rejected).containsExactly(new RejectedRow(2, "message", "is not valid UTF-8"));
		assertThat(ids()).containsExactly("c_2");
	}

	@Test
	void aQuoteThatIsNeverClosedCostsOnlyItsOwnLine() {
		read(HEADER + row("c_1") + "c_2,p,1,/a,1,2,0.5,\"never closed\n" + row("c_3") + row("c_4"));
		assertThat(ids()).containsExactly("c_1", "c_3", "c_4");
		assertThat(this.rejected).containsExactly(new RejectedRow(3, null, QUOTE));
	}

	@Test
	void aQuoteThatALaterRowWouldCloseCostsOnlyItsOwnLine() {
		read(HEADER + "c_1,p,1,/a,1,2,0.5,\"never closed\n" + row("c_2") + "c_3,p,1,/a,1,2,0.5,\"a, b\nc\"\n");
		assertThat(ids()).containsExactly("c_2", "c_3");
		assertThat(messages()).containsExactly("plain", "a, b\nc");
		assertThat(this.commits).extracting(CommitRow::line).containsExactly(3L, 4L);
		assertThat(this.rejected).containsExactly(new RejectedRow(2, null, QUOTE));
	}

	@Test
	void aQuoteInsidePlainTextIsText() {
		read(HEADER + "c_1,p,1,/a,1,2,0.5,a 12\" disk\n" + row("c_2"));
		assertThat(messages()).containsExactly("a 12\" disk", "plain");
	}

	@Test
	void aLineLongerThanAnyEventIsRejectedWithoutBeingHeld() {
		read(HEADER + "c_1,p,1,/a,1,2,0.5," + "x".repeat(3 * 1024 * 1024) + "\n" + row("c_2"));
		assertThat(this.rejected).containsExactly(new RejectedRow(2, null, "is longer than any event can be"));
		assertThat(ids()).containsExactly("c_2");
	}

	private static String row(String id) {
		return id + ",p,1,/a,1,2,0.5,plain\n";
	}

	private void read(String log) {
		read(log.getBytes(StandardCharsets.UTF_8));
	}

	private void read(byte[] log) {
		try {
			CommitLog.read(new ByteArrayInputStream(log), new CommitLogListener() {

				@Override
				public void commit(CommitRow row) {
					CommitLogTests.this.commits.add(row);
				}

				@Override
				public void rejected(RejectedRow row) {
					CommitLogTests.this.rejected.add(row);
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> ids() {
		return this.commits.stream().map((row) -> row.commit().commitId()).toList();
	}

	private List<String> messages() {
		return this.commits.stream().map((row) -> row.commit().message()).toList();
	}

}
