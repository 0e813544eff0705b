package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What lies in the shadow tree beside a path.
 */
final class Shadow {

	/** The shadows of a directory's children. */
	static final String CHILDREN = ".d";

	/** The properties. */
	static final String PROPERTIES = ".json";

	/** Bytes appended but not flushed. */
	static final String APPENDS = ".appends";

	/** Blocks put but not committed. */
	static final String BLOCKS = ".blocks";

	private static final List<String> UNCOMMITTED = List.of(APPENDS, BLOCKS);

	private final Disk disk;

	Shadow(Disk disk) {
		this.disk = disk;
	}

	void discardUncommitted(Location location) throws IOException {
		for (String suffix : UNCOMMITTED) {
			this.disk.remove(this.disk.shadow(location, suffix));
		}
	}

	void discard(Location location) throws IOException {
		discardUncommitted(location);
		this.disk.remove(this.disk.shadow(location, CHILDREN));
		this.disk.remove(this.disk.shadow(location, PROPERTIES));
	}

	/**
	 * Moves all but the properties, which follow the versions of their files.
	 */
	void move(Location source, Location target) throws IOException {
		for (String suffix : List.of(CHILDREN, APPENDS, BLOCKS)) {
			Path to = this.disk.shadow(target, suffix);
			this.disk.remove(to);
			if (Files.exists(this.disk.shadow(source, suffix))) {
				this.disk.move(this.disk.shadow(source, suffix), to);
			}
		}
	}

}
