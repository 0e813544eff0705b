package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import io.commitpipeline.proof.faults.agent.FaultAgent;
import net.bytebuddy.agent.builder.AgentBuilder;

/**
 * Packs the agent, which lies among the tests, so that applications can be started with
 * it.
 */
final class AgentJar {

	private AgentJar() {
	}

	static Path write(Path jar) {
		Path classes = Path.of(location(FaultAgent.class));
		Path agent = classes.resolve(FaultAgent.class.getPackageName().replace('.', '/'));
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out, manifest());
				Stream<Path> files = Files.list(agent)) {
			for (Path file : files.toList()) {
				entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, entries);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Manifest manifest() {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
		attributes.put(Attributes.Name.CLASS_PATH, location(AgentBuilder.class).toString());
		return manifest;
	}

	private static URI location(Class<?> type) {
		try {
			return type.getProtectionDomain().getCodeSource().getLocation().toURI();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
