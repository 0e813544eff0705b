package io.commitpipeline.processor.events;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Fix typos                            | fix typos
			fine-tune JWT claims (v2), see #1234 | fine tune jwt claims see
			Änderung an  Größe…                  | änderung an größe
			revert 9f8e7d6c: ''quoted''          | revert quoted
			42                                   | ''
			''                                   | ''
			""")
	void onlyWordsAreLeft(String message, String words) {
		assertThat(MessageWords.of(message)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "a, 24", "abcdefghij, 24" })
	void whateverItsLengthItIsBounded(String word, int words) {
		assertThat(MessageWords.of((word + " ").repeat(1_000)).split(" ")).hasSize(words);
		assertThat(MessageWords.of(word.repeat(1_000))).hasSize(40);
	}

}
