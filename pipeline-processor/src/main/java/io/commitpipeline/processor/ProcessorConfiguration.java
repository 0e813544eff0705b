package io.commitpipeline.processor;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * What all parts share.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProcessorConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
