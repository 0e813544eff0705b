package io.commitpipeline.processor.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages with zstd, without Hadoop's codecs and the libraries that these need.
 */
class ZstdCompression implements CompressionCodecFactory {

	private static final BytesInputCompressor COMPRESSOR = new BytesInputCompressor() {

		@Override
		public BytesInput compress(BytesInput bytes) throws IOException {
			ByteArrayOutputStream compressed = new ByteArrayOutputStream();
			try (OutputStream zstd = new ZstdOutputStream(compressed)) {
				bytes.writeAllTo(zstd);
			}
			return BytesInput.from(compressed);
		}

		@Override
		public CompressionCodecName getCodecName() {
			return CompressionCodecName.ZSTD;
		}

		@Override
		public void release() {
			// Holds nothing.
		}

	};

	private static final BytesInputDecompressor DECOMPRESSOR = new BytesInputDecompressor() {

		@Override
		public BytesInput decompress(BytesInput bytes, int size) throws IOException {
			return BytesInput.from(read(bytes, size));
		}

		@Override
		public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize) throws IOException {
			ByteBuffer bytes = input.slice(input.position(), inputSize);
			output.put(read(BytesInput.from(bytes), outputSize));
			input.position(input.position() + inputSize);
		}

		private static byte[] read(BytesInput compressed, int size) throws IOException {
			try (InputStream zstd = new ZstdInputStream(compressed.toInputStream())) {
				return zstd.readNBytes(size);
			}
		}

		@Override
		public void release() {
			// Holds nothing.
		}

	};

	@Override
	public BytesInputCompressor getCompressor(CompressionCodecName codec) {
		requireZstd(codec);
		return COMPRESSOR;
	}

	@Override
	public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
		requireZstd(codec);
		return DECOMPRESSOR;
	}

	private static void requireZstd(CompressionCodecName codec) {
		if (codec != CompressionCodecName.ZSTD) {
			throw new IllegalArgumentException("Only zstd, not " + codec);
		}
	}

	@Override
	public void release() {
		COMPRESSOR.release();
		DECOMPRESSOR.release();
	}

}
