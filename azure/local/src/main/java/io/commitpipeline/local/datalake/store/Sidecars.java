package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The properties of files, beside the tree. A sidecar holds them for the version that is
 * about to come and for the one that is there, so that the change of the file itself
 * switches both: neither ever shows with the other's.
 */
final class Sidecars {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Disk disk;

	Sidecars(Disk disk) {
		this.disk = disk;
	}

	/**
	 * What is noted down of a directory, or of just this version of a file.
	 */
	Versioned find(Location location, boolean directory, long version) throws IOException {
		return read(location).stream()
			.filter((each) -> directory || each.version() == version)
			.findFirst()
			.orElse(new Versioned(version, Properties.NONE));
	}

	/**
	 * Notes down a directory, whose own time changes with what is in it.
	 */
	void note(Location directory, long version, Properties properties) throws IOException {
		if (!properties.equals(Properties.NONE)) {
			write(directory, List.of(new Versioned(version, properties)));
			return;
		}
		// The first file systems are made while the lake starts, and Jackson takes long
		// to wake up.
		write(directory, "[{\"version\":%d}]".formatted(version).getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Notes down the properties of a version that is not there yet.
	 * @param location the file
	 * @param version the version to come
	 * @param properties its properties
	 * @param current the version that is there, if any
	 * @throws IOException if they cannot be written
	 */
	void announce(Location location, long version, Properties properties, Optional<Entry> current) throws IOException {
		if (properties.equals(Properties.NONE) && !Files.exists(this.disk.shadow(location, Shadow.PROPERTIES))) {
			return;
		}
		List<Versioned> versions = new ArrayList<>();
		versions.add(new Versioned(version, properties));
		current.ifPresent((entry) -> versions.add(new Versioned(entry.version(), entry.properties())));
		write(location, versions);
	}

	private void write(Location location, List<Versioned> versions) throws IOException {
		write(location, JSON.writeValueAsBytes(versions));
	}

	private void write(Location location, byte[] json) throws IOException {
		Path staged = this.disk.temporary();
		Files.write(staged, json);
		this.disk.force(staged);
		this.disk.move(staged, this.disk.shadow(location, Shadow.PROPERTIES));
	}

	private List<Versioned> read(Location location) throws IOException {
		Path sidecar = this.disk.shadow(location, Shadow.PROPERTIES);
		// Few files have one, and an exception per listed file would be slow.
		if (!sidecar.toFile().exists()) {
			return List.of();
		}
		try {
			byte[] json = Files.readAllBytes(sidecar);
			return Arrays.asList(JSON.readValue(json, Versioned[].class));
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
	}

	record Versioned(long version, Properties properties) {

		Versioned {
			properties = (properties != null) ? properties : Properties.NONE;
		}

	}

}
