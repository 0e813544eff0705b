package io.commitpipeline.processor.events;

import java.nio.charset.StandardCharsets;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommitReaderTests {

	private static final String VALID = """
			{"commit_id":"c_0000001","author":"person_1","time":543,"file_path":"/services/billing/pkg/data_60457.py",
			"lines_added":21,"lines_deleted":14,"entropy":0.5674,"message":"address review comments in client",
			"ingest_timestamp":1764000000.123}""";

	private final CommitReader reader = new CommitReader();

	@Test
	void anEventOfTheProducerIsACommit() throws InvalidEventException {
		assertThat(read(VALID))
			.isEqualTo(new Commit("c_0000001", "person_1", 543, "/services/billing/pkg/data_60457.py", 21, 14, 5674,
					"address review comments in client", 1764000000.123));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/services/billing/pkg/data.py | services/billing
			services/billing/data.py      | services/billing
			/services/billing             | services/billing
			/README.md                    | README.md
			README.md                     | README.md
			""")
	void theComponentIsTheFirstTwoSegments(String path, String component) throws InvalidEventException {
		String json = VALID.replace("/services/billing/pkg/data_60457.py", path);
		assertThat(read(json).component()).isEqualTo(component);
	}

	@ParameterizedTest
	@ValueSource(strings = { "21.0", "2.1e1", "21.00000000000000000000000000000", "210E-1" })
	void aWholeNumberMayBeWrittenWithAFraction(String number) throws InvalidEventException {
		assertThat(read(VALID.replace(":21,", ":" + number + ",")).linesAdded()).isEqualTo(21);
	}

	@ParameterizedTest
	@CsvSource({ "0.56744,5674", "0.56745,5675", "1e-999999999,0", "0,0", "0.00005,1", "0.00004999,0", "12,120000",
			"922337203685477.5807,9223372036854775807" })
	void entropyIsRoundedHalfUpToTenThousandths(String entropy, long scaled) throws InvalidEventException {
		assertThat(read(VALID.replace("0.5674", entropy)).entropy()).isEqualTo(scaled);
	}

	@Test
	void extraKeysOfAnyShapeAreIgnored() throws InvalidEventException {
		assertThat(read(VALID.replaceFirst("\\{", "{\"extra\":{\"author\":[1,{}]},\"x\":NaN,"))).isEqualTo(read(VALID));
	}

	@Test
	void anIngestTimestampIsNotRequired() throws InvalidEventException {
		assertThat(read(VALID.replace("1764000000.123", "NaN")).ingestTimestamp()).isNull();
		assertThat(read(VALID.replace("1764000000.123", "[1]")).ingestTimestamp()).isNull();
		assertThat(read(VALID.replace("ingest_timestamp", "other")).ingestTimestamp()).isNull();
	}

	@Test
	void theMessageIsAnyText() throws InvalidEventException {
		assertThat(read(VALID.replace("address review comments in client", "")).message()).isEmpty();
		assertThat(read(VALID.replace("address review comments in client", "a\\u0000\\ud800 b")).message())
			.isEqualTo("a\0\ud800 b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					"author":"person_1"      | "author":NaN              | author: missing
					"author":"person_1"      | "author":null             | author: missing
					"author":"person_1"      | "other":"person_1"        | author: missing
					"author":"person_1"      | "author":""               | author: empty
					"author":"person_1"      | "author":17               | author: expected text
					"author":"person_1"      | "author":"a\\u0000b"      | author: holds a NUL character
					"author":"person_1"      | "author":"a\\ud83db"      | author: holds an unpaired surrogate
					"author":"person_1"      | "author":"a\\ude00"       | author: holds an unpaired surrogate
					"time":543               | "time":NaN                | time: missing
					"time":543               | "time":"543"              | time: expected a number
					"time":543               | "time":-1                 | time: expected a whole number from 0 to 2147483647
					"time":543               | "time":2147483648         | time: expected a whole number from 0 to 2147483647
					"time":543               | "time":0.5                | time: expected a whole number from 0 to 2147483647
					"time":543               | "time":1e999999999        | time: expected a whole number from 0 to 2147483647
					"time":543               | "time":1e-999999999       | time: expected a whole number from 0 to 2147483647
					"entropy":0.5674         | "entropy":-0.0001         | entropy: expected a number from 0 to 922337203685477.5807
					"entropy":0.5674         | "entropy":Infinity        | entropy: expected a finite number
					"entropy":0.5674         | "entropy":1e400           | entropy: expected a number from 0 to 922337203685477.5807
					"entropy":0.5674         | "entropy":NaN             | entropy: missing
					"message"                | "massage"                 | message: missing
					1764000000.123}          | 1764000000.123} {         | text after the end of the JSON object
					""")
	void aWrongFieldIsNamed(String part, String wrong, String reason) {
		assertInvalid(VALID.replace(part, wrong).getBytes(StandardCharsets.UTF_8)).withMessage(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[]", "17", "\"text\"", "null", "{", "{\"author\":", "{\"author\" 1}", "<xml/>",
			"{\"time\":1e99999999999}", "\0" })
	void whatIsNoJsonObjectIsInvalid(String body) {
		assertInvalid(body.getBytes(StandardCharsets.UTF_8)).withMessageStartingWith("not ");
	}

	@Test
	void bytesThatAreNotUtf8AreInvalid() {
		byte[] body = VALID.getBytes(StandardCharsets.UTF_8);
		body[VALID.indexOf("person_1")] = (byte) 0xff;
		assertInvalid(body).withMessageStartingWith("not JSON");
	}

	@Test
	void aBottomlessNestingIsInvalid() {
		assertInvalid(("{\"a\":" + "[".repeat(500_000)).getBytes(StandardCharsets.UTF_8))
			.withMessageStartingWith("not JSON");
	}

	@Test
	void aReasonIsFitForStoring() {
		assertInvalid("{\0".getBytes(StandardCharsets.UTF_8))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\0").hasSizeLessThanOrEqualTo(500));
	}

	private Commit read(String json) throws InvalidEventException {
		return this.reader.read(json.getBytes(StandardCharsets.UTF_8));
	}

	private ThrowableAssertAlternative<InvalidEventException> assertInvalid(byte[] body) {
		return assertThatExceptionOfType(InvalidEventException.class).isThrownBy(() -> this.reader.read(body));
	}

}
