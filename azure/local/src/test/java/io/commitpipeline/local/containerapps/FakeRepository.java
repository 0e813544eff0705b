package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A folder with an {@code apps.yaml} and a jar that holds the fake app.
 */
record FakeRepository(Path root) {

	FakeRepository {
		try {
			Files.createDirectories(root.resolve("azure"));
			pack(root.resolve("fake.jar"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void apps(String yaml) {
		try {
			Files.writeString(this.root.resolve("azure/apps.yaml"), yaml);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Path stopped() {
		return this.root.resolve("stopped");
	}

	private static void pack(Path jar) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
		String file = FakeApp.class.getName().replace('.', '/') + ".class";
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out, manifest)) {
			entries.putNextEntry(new JarEntry(file));
			entries.write(FakeApp.class.getClassLoader().getResourceAsStream(file).readAllBytes());
		}
	}

}
