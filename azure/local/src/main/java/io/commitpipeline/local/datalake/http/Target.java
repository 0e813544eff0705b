package io.commitpipeline.local.datalake.http;

import io.commitpipeline.local.datalake.store.Location;
import io.commitpipeline.local.datalake.store.PathName;

/**
 * What an address of the form {@code /account/file system/path} names, decoded.
 *
 * @param account the account
 * @param fileSystem the file system or container, empty for the account itself
 * @param path the path therein, null for the file system itself
 */
public record Target(String account, String fileSystem, String path) {

	/**
	 * Takes an address apart. Slashes within the path may be percent-encoded.
	 * @param rawPath the address as it came
	 * @return what it names
	 */
	public static Target of(String rawPath) {
		String[] parts = rawPath.split("/", 4);
		String account = (parts.length > 1) ? UriText.decode(parts[1]) : "";
		String fileSystem = (parts.length > 2) ? UriText.decode(parts[2]) : "";
		return new Target(account, fileSystem, (parts.length > 3) ? UriText.decode(parts[3]) : null);
	}

	Target within(String addressed) {
		if (this.account.equals(addressed)) {
			return this;
		}
		String below = (this.path != null) ? this.fileSystem + "/" + this.path : this.fileSystem;
		return new Target(addressed, this.account, below.isEmpty() ? null : below);
	}

	public boolean isAccount() {
		return this.fileSystem.isEmpty();
	}

	public boolean isFileSystem() {
		return !isAccount() && (this.path == null || this.path.isEmpty());
	}

	public boolean endsInSlash() {
		return this.path != null && this.path.endsWith("/");
	}

	public Location location() {
		return new Location(this.fileSystem, PathName.of((this.path != null) ? this.path : ""));
	}

}
