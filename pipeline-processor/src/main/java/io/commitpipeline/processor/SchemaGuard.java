package io.commitpipeline.processor;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on an older schema than this build knows.
 */
@Component
class SchemaGuard implements InitializingBean {

	private final DataSource dataSource;

	SchemaGuard(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void afterPropertiesSet() {
		Schema.of(this.dataSource).requireCurrent();
	}

}
