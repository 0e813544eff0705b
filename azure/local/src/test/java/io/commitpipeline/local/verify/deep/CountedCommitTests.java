package io.commitpipeline.local.verify.deep;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountedCommitTests {

	private static final String VALID = """
			{"commit_id":"c_1","author":"zoë","time":543,"file_path":"/services/billing/pkg/data.py","lines_added":21,
			"lines_deleted":14.0,"entropy":0.56745,"message":"","ingest_timestamp":1.5,"extra":[1]}""";

	@Test
	void aCommitIsCountedByAuthorComponentAndScaledEntropy() {
		assertThat(read(VALID)).hasValue(new CountedCommit("zoë", "services/billing", 543, 21, 14, 5675, ""));
	}

	@Test
	void aPathOfOneSegmentIsItsOwnComponent() {
		assertThat(read(VALID.replace("/services/billing/pkg/data.py", "/Makefile"))).map(CountedCommit::component)
			.hasValue("Makefile");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"time\":543|\"time\":NaN", "\"time\":543|\"time\":-1",
			"\"time\":543|\"time\":2147483648", "\"time\":543|\"time\":1.5", "\"time\":543|\"time\":\"543\"",
			"0.56745|Infinity", "0.56745|-0.1", "0.56745|922337203685477.5808", "zoë|", "zoë|a\\u0000b", "zoë|\\ud800",
			"\"message\":\"\"|\"message\":null", "\"commit_id\":\"c_1\",|", "]}|]} x", "{|[" })
	void whatIsNoValidCommitIsNotCounted(String replacement) {
		String[] parts = replacement.split("\\|", 2);
		assertThat(read(VALID.replace(parts[0], parts[1]))).isEmpty();
	}

	@Test
	void bytesThatAreNotUtf8AreNotCounted() {
		byte[] body = VALID.replace("zoë", "zo?").getBytes(StandardCharsets.UTF_8);
		body[VALID.indexOf("zo") + 2] = (byte) 0xFF;
		assertThat(CountedCommit.of(body)).isEmpty();
	}

	private static Optional<CountedCommit> read(String body) {
		return CountedCommit.of(body.getBytes(StandardCharsets.UTF_8));
	}

}
