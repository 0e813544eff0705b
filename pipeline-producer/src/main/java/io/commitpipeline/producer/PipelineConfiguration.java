package io.commitpipeline.producer;

import java.time.Clock;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;

import org.springframework.beans.factory.InitializingBean;
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

	/** Refuses to start on an older schema. */
	@Bean
	InitializingBean schemaCheck(DataSource dataSource) {
		return Schema.of(dataSource)::requireCurrent;
	}

}
