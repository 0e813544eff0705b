package io.commitpipeline.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.annotation.DirtiesContext;

/**
 * Gives a test class hubs, a lake and a database of its own, on free ports, gone after
 * its last test. Lifecycle and test methods may have a parameter {@link LocalAzure},
 * {@link LocalEventHubs}, {@link LocalDataLake} or {@link LocalPostgres}.
 * <p>
 * A Spring application context of the class has {@link LocalAzure#properties()} and
 * {@link LocalAzure#connections()} in the place of the environment, so that
 * {@code my.lake=${DATALAKE_ENDPOINT}} is a way to any other property, and the
 * {@link LocalAzure} as a bean. The context ends with the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@DirtiesContext
@ExtendWith(LocalAzureExtension.class)
public @interface LocalAzureTest {

	/**
	 * Hubs besides {@value LocalAzure#HUB}, which has four partitions and the consumer
	 * groups {@code hot} and {@code cold}.
	 * @return {@code NAME[:PARTITIONS[:GROUP,GROUP...]]} each
	 */
	String[] hubs() default {};

	/**
	 * File systems, which are containers too, besides those of the pipeline.
	 * @return their names
	 */
	String[] fileSystems() default {};

	/**
	 * Whether the database has the pipeline's schema; it is empty otherwise.
	 * @return true for the schema
	 */
	boolean schema() default true;

}
