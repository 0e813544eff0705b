package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Walks a tree in the order of its names until a page is full. A directory's children
 * sort by its name with a slash, since "a-b" comes before "a/b".
 */
final class Walk {

	private final Disk disk;

	private final Entries entries;

	private final Listing listing;

	private final List<Entry> page = new ArrayList<>();

	private String lastMark = "";

	private boolean full;

	Walk(Disk disk, Entries entries, Listing listing) {
		this.disk = disk;
		this.entries = entries;
		this.listing = listing;
	}

	Listing.Page from(PathName start) throws IOException {
		walk(start);
		return new Listing.Page(this.page, this.full ? this.lastMark : "");
	}

	private void walk(PathName directory) throws IOException {
		for (Step step : steps(directory)) {
			if (step.descends()) {
				walk(step.path());
			}
			else {
				add(step);
			}
			if (this.full) {
				return;
			}
		}
	}

	private void add(Step step) throws IOException {
		if (this.page.size() == this.listing.limit()) {
			this.full = true;
			return;
		}
		Location location = new Location(this.listing.fileSystem(), step.path());
		this.page.add(this.entries.entry(location, step.attributes()));
		this.lastMark = step.mark();
	}

	private List<Step> steps(PathName directory) throws IOException {
		List<Step> steps = new ArrayList<>();
		try (DirectoryStream<Path> children = Files
			.newDirectoryStream(this.disk.tree(new Location(this.listing.fileSystem(), directory)))) {
			for (Path child : children) {
				addSteps(directory, child, steps);
			}
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			return List.of();
		}
		steps.sort(Comparator.comparing(Step::mark));
		return steps;
	}

	private void addSteps(PathName directory, Path child, List<Step> steps) throws IOException {
		String name = DiskName.decode(child.getFileName().toString());
		PathName path = new PathName(directory.isRoot() ? name : directory.value() + "/" + name);
		Optional<BasicFileAttributes> attributes = isListed(path) ? Optional.empty() : Entries.attributes(child);
		if (attributes.isEmpty()) {
			return;
		}
		if (!attributes.get().isDirectory()) {
			addIfWanted(new Step(path, path.value(), attributes.get(), false), steps);
			return;
		}
		String below = path.value() + "/";
		addIfWanted(new Step(path, this.listing.recursive() ? path.value() : below, attributes.get(), false), steps);
		if (this.listing.recursive()) {
			addIfWanted(new Step(path, below, attributes.get(), true), steps);
		}
	}

	/** Whether earlier pages had all of it, so that it need not be looked at. */
	private boolean isListed(PathName path) {
		String below = path.value() + "/";
		String after = this.listing.after();
		return path.value().compareTo(after) <= 0 && below.compareTo(after) <= 0 && !after.startsWith(below);
	}

	private void addIfWanted(Step step, List<Step> steps) {
		boolean named = step.mark().startsWith(this.listing.prefix());
		if (named && reaches(step, this.listing.after(), 1) && reaches(step, this.listing.from(), 0)) {
			steps.add(step);
		}
	}

	/** Whether it, or what is below it, comes at least so far behind a mark. */
	private static boolean reaches(Step step, String mark, int distance) {
		return step.mark().compareTo(mark) >= distance || (step.descends() && mark.startsWith(step.mark()));
	}

	private record Step(PathName path, String mark, BasicFileAttributes attributes, boolean descends) {

	}

}
