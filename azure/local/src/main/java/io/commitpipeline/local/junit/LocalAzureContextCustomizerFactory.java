package io.commitpipeline.local.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Lets an application context of a class with {@link LocalAzureTest} find its Azure.
 */
final class LocalAzureContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return TestAzures.annotated(testClass).map(Customizer::new).orElse(null);
	}

	/**
	 * Equal for equal classes only: a context is never another class's.
	 */
	private record Customizer(Class<?> annotated) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			LocalAzure azure = TestAzures.of(this.annotated);
			Map<String, Object> environment = new HashMap<>(azure.connections());
			environment.putAll(azure.settings());
			// The name's end lets Spring Boot read it as it reads the environment.
			context.getEnvironment()
				.getPropertySources()
				.addBefore(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource("localAzure-systemEnvironment", environment));
			context.getBeanFactory().registerSingleton("localAzure", azure);
		}

	}

}
