package io.commitpipeline.producer.sources;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class LakePropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@Test
	void theKeyIsNotShown() {
		assertThat(new LakeProperties("http://lake", "account", "c2VjcmV0")).asString().doesNotContain("c2VjcmV0");
	}

	@Test
	void aMissingEndpointIsNamed() {
		this.runner.run((context) -> assertThat(context.getStartupFailure()).hasStackTraceContaining("pipeline.lake")
			.hasStackTraceContaining("endpoint"));
	}

	@Test
	void aKeyWithoutAnAccountIsRefused() {
		this.runner.withPropertyValues("pipeline.lake.endpoint=http://lake", "pipeline.lake.account-key=a2V5")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("pipeline.lake.account-key needs pipeline.lake.account-name"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(LakeProperties.class)
	static class Settings {

	}

}
