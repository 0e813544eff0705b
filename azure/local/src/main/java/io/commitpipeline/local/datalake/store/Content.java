package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A file opened for reading: the bytes of just the version that the entry tells of.
 *
 * @param entry the version
 * @param channel its bytes; null for a directory
 */
public record Content(Entry entry, FileChannel channel) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		if (this.channel != null) {
			this.channel.close();
		}
	}

}
