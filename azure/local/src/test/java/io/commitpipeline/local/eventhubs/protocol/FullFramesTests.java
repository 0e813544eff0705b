package io.commitpipeline.local.eventhubs.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FullFramesTests {

	private static final int LARGEST = 65_536;

	private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.US_ASCII);

	@Test
	void fieldsThatWereLeftOutAreThereAsNulls() {
		byte[] transfer = frame(0x14, list8(3, 0x43, 0x43, 0x41), PAYLOAD);
		byte[] full = frame(0x14, list8(11, 0x43, 0x43, 0x41, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40), PAYLOAD);
		assertThat(fill(transfer)).isEqualTo(full);
	}

	@Test
	void anEmptyListIsFilledToo() {
		assertThat(fill(frame(0x18, new byte[] { 0x45 }, new byte[0])))
			.isEqualTo(frame(0x18, list8(1, 0x40), new byte[0]));
	}

	@Test
	void aListThatIsFullStaysAsItIs() {
		byte[] detach = frame(0x16, list8(3, 0x43, 0x41, 0x40), new byte[0]);
		assertThat(fill(detach)).isEqualTo(detach);
	}

	@Test
	void aLongListKeepsItsForm() {
		byte[] name = new byte[300];
		byte[] attach = frame(0x12, list32(1, name), new byte[0]);
		byte[] full = frame(0x12, list32(14, concat(name, nulls(13))), new byte[0]);
		assertThat(fill(attach)).isEqualTo(full);
	}

	@Test
	void aListThatGrowsTooLongForItsFormGetsTheOther() {
		byte[] name = new byte[250];
		byte[] attach = frame(0x12, concat(new byte[] { (byte) 0xc0, (byte) 251, 1 }, name), new byte[0]);
		assertThat(fill(attach)).isEqualTo(frame(0x12, list32(14, concat(name, nulls(13))), new byte[0]));
	}

	@Test
	void whatIsNoPerformativeStaysAsItIs() {
		byte[] header = { 'A', 'M', 'Q', 'P', 0, 1, 0, 0 };
		byte[] empty = { 0, 0, 0, 8, 2, 0, 0, 0 };
		byte[] sasl = frame(0x44, list8(1, 0x50, 0), new byte[0]);
		sasl[5] = 1;
		assertThat(fill(concat(header, concat(empty, sasl)))).isEqualTo(concat(header, concat(empty, sasl)));
	}

	@Test
	void bytesMayComeInAnyPieces() {
		byte[] frames = concat(frame(0x14, list8(3, 0x43, 0x43, 0x41), PAYLOAD), frame(0x17, list8(0), new byte[0]));
		FullFrames pieces = new FullFrames();
		ByteArrayOutputStream full = new ByteArrayOutputStream();
		for (byte piece : frames) {
			full.writeBytes(pieces.fill(new byte[] { piece }, LARGEST).getBytes());
		}
		assertThat(full.toByteArray()).isEqualTo(fill(frames));
	}

	@Test
	void aFrameGrowsNoLargerThanThePeerTakes() {
		byte[] transfer = frame(0x14, list8(3, 0x43, 0x43, 0x41), new byte[490]);
		assertThat(new FullFrames().fill(transfer, 512).getBytes()).isEqualTo(transfer);
	}

	private static byte[] fill(byte[] bytes) {
		return new FullFrames().fill(bytes, LARGEST).getBytes();
	}

	private static byte[] frame(int code, byte[] list, byte[] payload) {
		int size = 11 + list.length + payload.length;
		return ByteBuffer.allocate(size)
			.putInt(size)
			.put(new byte[] { 2, 0, 0, 7, 0, 0x53, (byte) code })
			.put(list)
			.put(payload)
			.array();
	}

	private static byte[] list8(int count, int... fields) {
		ByteBuffer list = ByteBuffer.allocate(3 + fields.length)
			.put(new byte[] { (byte) 0xc0, (byte) (fields.length + 1), (byte) count });
		for (int field : fields) {
			list.put((byte) field);
		}
		return list.array();
	}

	private static byte[] list32(int count, byte[] fields) {
		return ByteBuffer.allocate(9 + fields.length)
			.put((byte) 0xd0)
			.putInt(fields.length + 4)
			.putInt(count)
			.put(fields)
			.array();
	}

	private static byte[] nulls(int count) {
		byte[] nulls = new byte[count];
		Arrays.fill(nulls, (byte) 0x40);
		return nulls;
	}

	private static byte[] concat(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
	}

}
