package io.commitpipeline.processor;

import javax.sql.DataSource;

import io.commitpipeline.db.OutdatedSchemaException;
import io.commitpipeline.db.Schema;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.NotRetriedException;
import io.commitpipeline.processor.retry.Shutdown;
import io.commitpipeline.processor.retry.Work;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts reading once the schema is known to be as new as this build. Waits for a
 * database that is away, alive but not ready; refuses an older schema.
 */
@Component
@Order(0)
class SchemaGuard implements ApplicationRunner {

	private static final Work CHECK = new Work("Checking the schema", "this process", "schema", Dependency.DATABASE);

	private final DataSource dataSource;

	private final InPlaceRetry retry;

	private final Shutdown shutdown;

	private final BindingsLifecycleController bindings;

	private final BindingServiceProperties bindingNames;

	SchemaGuard(DataSource dataSource, InPlaceRetry retry, Shutdown shutdown, BindingsLifecycleController bindings,
			BindingServiceProperties bindingNames) {
		this.dataSource = dataSource;
		this.retry = retry;
		this.shutdown = shutdown;
		this.bindings = bindings;
		this.bindingNames = bindingNames;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			this.retry.run(CHECK, this::check);
		}
		catch (RuntimeException ex) {
			if (this.shutdown.hasBegun()) {
				return;
			}
			throw ex;
		}
		this.bindingNames.getBindings().keySet().forEach(this.bindings::start);
	}

	private void check() {
		try {
			Schema.of(this.dataSource).requireCurrent();
		}
		catch (OutdatedSchemaException ex) {
			throw new RefusedSchemaException(ex);
		}
	}

	private static final class RefusedSchemaException extends NotRetriedException {

		private RefusedSchemaException(OutdatedSchemaException cause) {
			super(cause.getMessage(), cause);
		}

	}

}
