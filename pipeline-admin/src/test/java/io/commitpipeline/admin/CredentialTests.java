package io.commitpipeline.admin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.identity.ManagedIdentityCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.storage.common.policy.StorageSharedKeyCredentialPolicy;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import com.zaxxer.hikari.HikariDataSource;
import io.commitpipeline.local.containerapps.Environments;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The environment alone decides what the clients sign in with: that of Azure gives an
 * identity, that of one machine keys and passwords.
 */
class CredentialTests {

	private static final Map<String, String> ANYWHERE = Map.of("app.port", "0", "eventhubs.name", "commits",
			"lake.endpoint", "https://lake.example.com", "checkpoints.endpoint", "https://checkpoints.example.com",
			"postgres.url", "jdbc:postgresql://127.0.0.1:1/pipeline", "console.username", "admin", "console.password",
			"a password");

	private static final Map<String, String> AZURE = Map.of("identity.enabled", "true", "identity.clientId",
			"the-client-id", "eventhubs.namespace", "commits-1");

	private static final String KEY = "a2V5";

	private static final Map<String, String> ONE_MACHINE = Map.of("lake.accountName", "lake", "lake.accountKey", KEY,
			"checkpoints.accountName", "lake", "checkpoints.accountKey", KEY, "postgres.password", "a password",
			"eventhubs.connectionString",
			"Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=k;SharedAccessKey=a2V5;UseDevelopmentEmulator=true;");

	@Test
	void onAzureEachClientHasTheAppsIdentity() {
		with(AZURE, (context) -> {
			assertThat(policies(context.getBean(DataLakeServiceClient.class).getHttpPipeline()))
				.anyMatch(BearerTokenAuthenticationPolicy.class::isAssignableFrom)
				.doesNotContain(StorageSharedKeyCredentialPolicy.class);
			assertThat(context.getBean(TokenCredential.class)).isInstanceOf(ManagedIdentityCredential.class);

			assertThat(database(context)).contains("AzurePostgresqlAuthenticationPlugin",
					"azure.managedIdentityEnabled=true", "azure.clientId=the-client-id");
			assertThat(context.getBean(HikariDataSource.class).getPassword()).isNull();
		});
	}

	@Test
	void onOneMachineEachClientHasAKeyOrAPassword() {
		with(ONE_MACHINE, (context) -> {
			assertThat(policies(context.getBean(DataLakeServiceClient.class).getHttpPipeline()))
				.contains(StorageSharedKeyCredentialPolicy.class)
				.noneMatch(BearerTokenAuthenticationPolicy.class::isAssignableFrom);

			assertThat(database(context)).isEqualTo(ANYWHERE.get("postgres.url"));
			assertThat(context.getBean(HikariDataSource.class).getPassword()).isEqualTo("a password");
		});
	}

	private static void with(Map<String, String> place, Consumer<ApplicationContext> check) {
		Map<String, String> values = new HashMap<>(ANYWHERE);
		values.putAll(place);
		Map<String, Object> environment = new HashMap<>(Environments.of(Path.of(".."), "admin", values));
		new WebApplicationContextRunner().withInitializer((context) -> environment(context, environment))
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(AdminApplication.class)
			.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				check.accept(context);
			});
	}

	private static void environment(ConfigurableApplicationContext context, Map<String, Object> environment) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("apps.yaml-systemEnvironment", environment));
		context.getBeanFactory()
			.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new Nothing());
	}

	private static String database(ApplicationContext context) {
		return context.getBean(HikariDataSource.class).getJdbcUrl();
	}

	private static Stream<Class<?>> policies(HttpPipeline pipeline) {
		return IntStream.range(0, pipeline.getPolicyCount()).mapToObj((index) -> pipeline.getPolicy(index).getClass());
	}

	/** Clients are made, and nothing starts to work with them. */
	private static final class Nothing implements LifecycleProcessor {

		@Override
		public void onRefresh() {
		}

		@Override
		public void onClose() {
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
