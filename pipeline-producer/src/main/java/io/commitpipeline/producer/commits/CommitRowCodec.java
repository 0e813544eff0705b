package io.commitpipeline.producer.commits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A row as bytes on local disk, not much longer than in its log.
 */
public final class CommitRowCodec {

	private CommitRowCodec() {
	}

	public static byte[] encode(CommitRow row) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			Commit commit = row.commit();
			out.writeLong(row.line());
			writeText(out, commit.commitId());
			writeText(out, commit.author());
			out.writeInt(commit.time());
			writeText(out, commit.filePath());
			out.writeInt(commit.linesAdded());
			out.writeInt(commit.linesDeleted());
			writeText(out, commit.entropy().toString());
			writeText(out, commit.message());
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static CommitRow decode(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			long line = in.readLong();
			return new CommitRow(line, new Commit(readText(in), readText(in), in.readInt(), readText(in), in.readInt(),
					in.readInt(), new BigDecimal(readText(in)), readText(in)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static String readText(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

}
