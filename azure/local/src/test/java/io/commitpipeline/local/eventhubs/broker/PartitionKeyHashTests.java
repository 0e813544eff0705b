package io.commitpipeline.local.eventhubs.broker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionKeyHashTests {

	@ParameterizedTest
	@CsvSource({ "7149583486996073602, 12977", "FWfAT, -22341", "sOdeEAsyQoEuEFPGerWO, -6503",
			"FAyAIctPeCgmiwLKbJcyswoHglHVjQdvtBowLACDNORsYvOcLddNJYDmhAVkbyLOrHTKLneMNcbgWVlasVywOByANjs, 5226",
			"!c*_!I@1^c, 15372", "p4*!jioeO/z-!-;w:dh, -3104" })
	void aKeyHasTheHashThatMicrosoftsSdksTestFor(String key, short hash) {
		assertThat(PartitionKeyHash.hash(key)).isEqualTo(hash);
	}

	@ParameterizedTest
	@CsvSource({ "schlüssel, 7220", "日本語, -23353", "😀key, 6086", "üüüüüüüüüüüüü, 25217", "ΩΩΩΩ, 26052",
			"'naïve café, à la carte', 12364" })
	void aKeyThatIsNotAsciiHasTheHashOfItsUnsignedBytesAsInTheSdkForJavaScript(String key, short hash) {
		assertThat(PartitionKeyHash.hash(key)).isEqualTo(hash);
	}

	@Test
	void aNegativeHashHasAPartitionToo() {
		assertThat(PartitionKeyHash.partition("FWfAT", 4)).isEqualTo(1);
	}

}
