package io.commitpipeline.producer.commits;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommitJsonTests {

	private static final Instant INGESTED = Instant.ofEpochSecond(1764000000, 23_000_000);

	@Test
	void theEventIsTheRowAsJsonWithTheIngestTime() {
		Commit commit = new Commit("c_0000001", "person_1", 543, "/services/billing/pkg/data_60457.py", 21, 14,
				new BigDecimal("0.5674"), "address review comments in client");
		assertThat(json(commit)).isEqualTo("{\"commit_id\":\"c_0000001\",\"author\":\"person_1\",\"time\":543,"
				+ "\"file_path\":\"/services/billing/pkg/data_60457.py\",\"lines_added\":21,\"lines_deleted\":14,"
				+ "\"entropy\":0.5674,\"message\":\"address review comments in client\","
				+ "\"ingest_timestamp\":1764000000.023}");
	}

	@Test
	void textIsUtf8AndEscapedWhereJsonWantsIt() {
		Commit commit = new Commit("c", "Jörg", 0, "/a", 0, 0, BigDecimal.ZERO, "\"\n\0🎉");
		assertThat(json(commit)).contains("\"author\":\"Jörg\"").contains("\"message\":\"\\\"\\n\\u0000🎉\"");
	}

	@Test
	void aRowOnDiskIsTheSameRow() {
		CommitRow row = new CommitRow(5_000_000_000L, new Commit("c", "Jörg", 7, "/a/ü", 1, Integer.MAX_VALUE,
				new BigDecimal("1E-3"), "\n🎉" + "x".repeat(70_000)));
		assertThat(CommitRowCodec.decode(CommitRowCodec.encode(row))).isEqualTo(row);
	}

	private static String json(Commit commit) {
		return new String(CommitJson.encode(commit, INGESTED), StandardCharsets.UTF_8);
	}

}
