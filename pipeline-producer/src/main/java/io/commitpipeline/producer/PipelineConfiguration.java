package io.commitpipeline.producer;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all of the application needs.
 */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
