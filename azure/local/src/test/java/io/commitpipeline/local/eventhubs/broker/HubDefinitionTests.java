package io.commitpipeline.local.eventhubs.broker;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HubDefinitionTests {

	@Test
	void aHubIsWrittenAsNamePartitionsAndGroups() {
		assertThat(HubDefinition.parse("orders:2:billing,audit"))
			.isEqualTo(new HubDefinition("orders", 2, List.of("billing", "audit")));
		assertThat(HubDefinition.parse("orders:2")).isEqualTo(new HubDefinition("orders", 2, List.of()));
		assertThat(HubDefinition.parse("orders")).isEqualTo(new HubDefinition("orders", 4, List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			orders:many | hub 'orders': expected a number of partitions, not 'many'
			orders:0    | hub 'orders': expected 1 to 1024 partitions, not 0
			-orders     | hub name '-orders': expected letters
			""")
	void whatIsWrongIsNamed(String text, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> HubDefinition.parse(text)).withMessageContaining(message);
	}

}
