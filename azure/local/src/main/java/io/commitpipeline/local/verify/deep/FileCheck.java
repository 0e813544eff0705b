package io.commitpipeline.local.verify.deep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.commitpipeline.local.verify.ArchiveFolder;

/**
 * Compares the files of the archive with the manifest, byte by byte.
 */
record FileCheck(ArchiveFolder archive) {

	List<String> differences(List<ManifestFile> manifest) throws IOException {
		List<String> differences = new ArrayList<>();
		for (ManifestFile file : manifest) {
			check(file, differences);
		}
		Set<Path> known = manifest.stream().map(this::path).collect(Collectors.toSet());
		for (Path file : this.archive.files()) {
			if (!known.contains(file)) {
				differences.add("archive file " + this.archive.root().relativize(file) + " is not in the manifest");
			}
		}
		return differences;
	}

	Path path(ManifestFile file) {
		return this.archive.root().resolve(file.name());
	}

	private void check(ManifestFile file, List<String> differences) throws IOException {
		Path path = path(file);
		if (Files.notExists(path)) {
			differences.add("archive file " + file.name() + " is missing");
		}
		else if (Files.size(path) != file.bytes()) {
			differences.add("archive file %s has %d bytes, the manifest says %d".formatted(file.name(),
					Files.size(path), file.bytes()));
		}
		else if (!sha256(path).equals(file.sha256())) {
			differences.add("archive file " + file.name() + " has another SHA-256 than the manifest says");
		}
	}

	private static String sha256(Path path) throws IOException {
		try (InputStream file = Files.newInputStream(path);
				DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
