package io.commitpipeline.local.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.local.LocalAzure;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
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
			Map<String, Object> settings = new HashMap<>(azure.connections());
			settings.putAll(azure.properties());
			context.getEnvironment()
				.getPropertySources()
				.addBefore(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new MapPropertySource("localAzure", settings));
			context.getBeanFactory().registerSingleton("localAzure", azure);
		}

	}

}
