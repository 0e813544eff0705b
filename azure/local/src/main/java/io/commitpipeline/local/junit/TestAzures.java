package io.commitpipeline.local.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.eventhubs.broker.HubDefinition;
import io.commitpipeline.local.files.Directories;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What runs for which test class. Not in JUnit's store alone, which Spring cannot see.
 */
final class TestAzures {

	private static final Map<Class<?>, TestAzure> RUNNING = new ConcurrentHashMap<>();

	private TestAzures() {
	}

	/**
	 * The class that has the annotation: the test class, or the one around it.
	 */
	static Optional<Class<?>> annotated(Class<?> testClass) {
		return Stream.<Class<?>>iterate(testClass, (type) -> type != null, Class::getEnclosingClass)
			.filter((type) -> AnnotationSupport.isAnnotated(type, LocalAzureTest.class))
			.findFirst();
	}

	static LocalAzure of(Class<?> testClass) {
		return RUNNING.computeIfAbsent(annotated(testClass).orElseThrow(), TestAzure::start).azure();
	}

	static void end(Class<?> testClass) {
		TestAzure running = RUNNING.remove(annotated(testClass).orElseThrow());
		if (running != null) {
			running.end();
		}
	}

	private record TestAzure(LocalAzure azure, Path directory) {

		static TestAzure start(Class<?> annotated) {
			LocalAzureTest test = AnnotationSupport.findAnnotation(annotated, LocalAzureTest.class).orElseThrow();
			try {
				Path directory = Files.createTempDirectory("local-azure");
				return new TestAzure(LocalAzure.builder(directory)
					.temporaryDatabase(test.schema())
					.hubs(Stream.of(test.hubs()).map(HubDefinition::parse).toList())
					.fileSystems(List.of(test.fileSystems()))
					.start(), directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void end() {
			try {
				this.azure.close();
			}
			finally {
				delete();
			}
		}

		private void delete() {
			try {
				Directories.delete(this.directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
