package io.commitpipeline.processor.coldpath;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

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

	@Override
	public BytesInputCompressor getCompressor(CompressionCodecName codec) {
		if (codec != CompressionCodecName.ZSTD) {
			throw new IllegalArgumentException("No compressor for " + codec);
		}
		return COMPRESSOR;
	}

	@Override
	public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
		throw new UnsupportedOperationException("Only writes");
	}

	@Override
	public void release() {
		COMPRESSOR.release();
	}

}
