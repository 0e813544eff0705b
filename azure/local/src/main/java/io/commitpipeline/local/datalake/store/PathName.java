package io.commitpipeline.local.datalake.store;

import java.util.List;

/**
 * The name of a file or directory within its file system: segments joined by slashes; the
 * empty name is the root.
 *
 * @param value the name without leading and trailing slash
 */
public record PathName(String value) {

	/** The root directory. */
	public static final PathName ROOT = new PathName("");

	private static final int LONGEST = 1024;

	/**
	 * Takes a name as clients send it, with or without slashes around it.
	 * @param text the name
	 * @return the path of that name
	 * @throws StoreException if a segment is empty, or would lead elsewhere
	 */
	public static PathName of(String text) {
		String value = strip(text);
		PathName path = new PathName(value);
		if (value.length() > LONGEST || value.indexOf('\0') >= 0
				|| !path.segments().stream().allMatch(DiskName::holds)) {
			throw new StoreException(Failure.INVALID_NAME);
		}
		return path;
	}

	private static String strip(String text) {
		int start = text.startsWith("/") ? 1 : 0;
		int end = text.endsWith("/") ? Math.max(start, text.length() - 1) : text.length();
		return text.substring(start, end);
	}

	public boolean isRoot() {
		return this.value.isEmpty();
	}

	public List<String> segments() {
		return isRoot() ? List.of() : List.of(this.value.split("/", -1));
	}

	public PathName parent() {
		return new PathName(this.value.substring(0, Math.max(0, this.value.lastIndexOf('/'))));
	}

	boolean isWithin(PathName directory) {
		return directory.isRoot() || this.value.startsWith(directory.value + "/");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
