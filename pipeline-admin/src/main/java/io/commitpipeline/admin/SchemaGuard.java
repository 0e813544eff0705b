package io.commitpipeline.admin;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a schema that is older than this build.
 */
@Component
class SchemaGuard {

	SchemaGuard(DataSource dataSource) {
		Schema.of(dataSource).requireCurrent();
	}

}
