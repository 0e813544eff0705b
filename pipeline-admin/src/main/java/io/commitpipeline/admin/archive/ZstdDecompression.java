package io.commitpipeline.admin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import com.github.luben.zstd.ZstdInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Reads pages that are compressed with zstd, without Hadoop's codecs and the libraries
 * that these need.
 */
class ZstdDecompression implements CompressionCodecFactory {

	@Override
	public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
		if (codec != CompressionCodecName.ZSTD) {
			throw new IllegalArgumentException("Only zstd, not " + codec);
		}
		return new Decompressor();
	}

	@Override
	public BytesInputCompressor getCompressor(CompressionCodecName codec) {
		throw new UnsupportedOperationException("The console writes no files");
	}

	@Override
	public void release() {
		// Holds nothing.
	}

	private static final class Decompressor implements BytesInputDecompressor {

		@Override
		public BytesInput decompress(BytesInput bytes, int size) throws IOException {
			return BytesInput.from(read(bytes, size));
		}

		@Override
		public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize) throws IOException {
			output.put(read(BytesInput.from(input.slice(input.position(), inputSize)), outputSize));
			input.position(input.position() + inputSize);
		}

		@Override
		public void release() {
			// Holds nothing.
		}

		private static byte[] read(BytesInput compressed, int size) throws IOException {
			try (InputStream zstd = new ZstdInputStream(compressed.toInputStream())) {
				return zstd.readNBytes(size);
			}
		}

	}

}
