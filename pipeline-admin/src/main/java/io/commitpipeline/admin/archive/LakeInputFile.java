package io.commitpipeline.admin.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import com.azure.core.exception.AzureException;
import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.models.FileRange;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file in the lake, read by ranges.
 */
record LakeInputFile(DataLakeFileClient file, long length) implements InputFile {

	private static final int RANGE = 256 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public long getLength() {
		return this.length;
	}

	@Override
	public SeekableInputStream newStream() {
		Ranges ranges = new Ranges();
		return new DelegatingSeekableInputStream(ranges) {

			@Override
			public long getPos() {
				return ranges.position;
			}

			@Override
			public void seek(long position) {
				ranges.position = position;
			}

		};
	}

	private byte[] range(long from) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		FileRange range = new FileRange(from, Math.min(RANGE, this.length - from));
		try {
			this.file.readWithResponse(bytes, range, null, null, false, PATIENCE, Context.NONE);
		}
		catch (AzureException ex) {
			throw new IOException("The lake does not give " + this.file.getFilePath(), ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * One range in memory at a time.
	 */
	private final class Ranges extends InputStream {

		private long position;

		private long start;

		private byte[] held = {};

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int size) throws IOException {
			if (this.position >= LakeInputFile.this.length) {
				return -1;
			}
			if (this.position < this.start || this.position >= this.start + this.held.length) {
				this.held = range(this.position);
				this.start = this.position;
			}
			int from = (int) (this.position - this.start);
			int read = Math.min(size, this.held.length - from);
			System.arraycopy(this.held, from, target, offset, read);
			this.position += read;
			return read;
		}

	}

}
