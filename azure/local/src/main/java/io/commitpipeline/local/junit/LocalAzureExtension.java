package io.commitpipeline.local.junit;

import java.util.Map;
import java.util.function.Function;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Ends what a test class has started, and hands it to its methods.
 */
public final class LocalAzureExtension implements BeforeAllCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(LocalAzureExtension.class);

	private static final Map<Class<?>, Function<LocalAzure, Object>> PARAMETERS = Map.of(LocalAzure.class,
			(azure) -> azure, LocalEventHubs.class, LocalAzure::eventHubs, LocalDataLake.class, LocalAzure::dataLake,
			LocalPostgres.class, LocalAzure::postgres);

	/**
	 * For extensions that build on this one.
	 * @param context of a class with {@link LocalAzureTest}, or of one of its tests
	 * @return what the class has
	 */
	public static LocalAzure azure(ExtensionContext context) {
		return TestAzures.of(context.getRequiredTestClass());
	}

	/** Closed after Spring's extension has closed the application on it. */
	@Override
	public void beforeAll(ExtensionContext context) {
		context.getStore(NAMESPACE)
			.getOrComputeIfAbsent(CloseableResource.class,
					(key) -> (CloseableResource) () -> TestAzures.end(context.getRequiredTestClass()));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return PARAMETERS.containsKey(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return PARAMETERS.get(parameter.getParameter().getType()).apply(azure(context));
	}

}
