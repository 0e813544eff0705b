package io.commitpipeline.local.run;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that this program was built in, with the apps beside it.
 */
final class Repository {

	private Repository() {
	}

	/**
	 * Found from where this program's code lies, not from where it was started.
	 * @return the top folder
	 */
	static Path root() {
		Path code = code();
		for (Path folder = code; folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve("azure").resolve("apps.yaml"))) {
				return folder;
			}
		}
		throw new RefusedException("No azure/apps.yaml above " + code + ": run the program where it was built");
	}

	private static Path code() {
		try {
			return Path.of(Repository.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
