package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import io.commitpipeline.processor.events.ReceivedEvent;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where files grow before they are uploaded, and when they are full.
 */
@Component
class LocalFiles implements DisposableBean {

	private final Path directory;

	private final ArchiveProperties properties;

	private final Clock clock;

	LocalFiles(ArchiveProperties properties, Clock clock) throws IOException {
		this.directory = Files.createTempDirectory("commit-archive-");
		this.properties = properties;
		this.clock = clock;
	}

	LocalFile open(int partition, ReceivedEvent first) throws IOException {
		return new LocalFile(path(), partition, this.clock.instant(), first);
	}

	/**
	 * @return where no file is yet
	 */
	Path path() {
		return this.directory.resolve(UUID.randomUUID() + ".parquet");
	}

	boolean isFull(LocalFile file) {
		return file.bytes() >= this.properties.rollSize().toBytes();
	}

	boolean isOld(LocalFile file) {
		return !file.openedAt().plus(this.properties.rollAge()).isAfter(this.clock.instant());
	}

	@Override
	public void destroy() throws IOException {
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
