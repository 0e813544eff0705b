package io.commitpipeline.local.junit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.local.LocalAzure;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * An application context on the Azure of its test class.
 */
@SpringJUnitConfig
@LocalAzureTest
@TestPropertySource(properties = { "my.lake=${DATALAKE_ENDPOINT}/mine", "STORAGE_ACCOUNT=overridden" })
class SpringTests {

	@Autowired
	private LocalAzure azure;

	@Test
	void theSettingsOfTheAppsAreInItsEnvironment(@Value("${spring.datasource.url}") String database,
			@Value("${spring.cloud.azure.eventhubs.connection-string}") String hubs) {
		assertThat(database).isEqualTo(this.azure.postgres().url());
		assertThat(hubs).isEqualTo(this.azure.eventHubs().connectionString());
	}

	@Test
	void anyOtherPropertyIsFilledFromTheConnections(@Value("${my.lake}") String lake) {
		assertThat(lake).isEqualTo(this.azure.dataLake().endpoint() + "/mine");
	}

	@Test
	void whatTheTestSetsItselfIsStronger(@Value("${STORAGE_ACCOUNT}") String account) {
		assertThat(account).isEqualTo("overridden");
	}

	@Test
	void theContextEndsBeforeItsAzure() {
		Guest.SEEN.clear();
		EngineTestKit.engine("junit-jupiter")
			.selectors(selectClass(Guest.class))
			.execute()
			.testEvents()
			.assertStatistics((statistics) -> statistics.succeeded(1));
		assertThat(Guest.SEEN).containsExactly("closed while the database was there");
	}

	/** Found by its name alone. */
	@LocalAzureTest
	@SpringJUnitConfig
	static class Guest {

		static final List<String> SEEN = new ArrayList<>();

		@Test
		void something(@Autowired ConfigurableApplicationContext context, LocalAzure azure) {
			context.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					SEEN.add(isThere(azure) ? "closed while the database was there" : "closed too late");
				}
			});
		}

		private static boolean isThere(LocalAzure azure) {
			try {
				azure.postgres().dataSource().getConnection().close();
				return true;
			}
			catch (SQLException ex) {
				return false;
			}
		}

	}

}
