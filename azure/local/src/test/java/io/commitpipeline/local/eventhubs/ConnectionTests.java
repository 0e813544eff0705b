package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ConnectionTests extends HubFixture {

	private static final byte[] EVENT = { 0, 0x53, 0x75, (byte) 0xa0, 1, 'x' };

	private static final String BEGIN = "005311c00704404352015201";

	private static final String ATTACH = "005312c0210aa1046c696e6b4342404000532845005329c00a01a107636f6d6d697473404043";

	private static final String DETACH = "005316c003024341";

	private static final String END = "00531745";

	private static final String CLOSE = "00531845";

	private static final Map<Integer, String> PERFORMATIVES = Map.of(0x11, "begin", 0x12, "attach", 0x13, "flow", 0x16,
			"detach", 0x17, "end", 0x18, "close");

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	@BeforeEach
	@Override
	void start() throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 2).idleTimeout(Duration.ofSeconds(2)).start();
		connect();
	}

	@AfterEach
	void theServerLivesOn() {
		this.producer.send(Clients.events("after"), Clients.to("1"));
		assertThat(this.consumer.getPartitionProperties("1").isEmpty()).isFalse();
	}

	@Test
	void aClientThatFallsSilentIsFoundAndLetGo() throws IOException {
		try (RawClient client = client()) {
			client.session();
			assertThat(new String(client.untilClosed(), StandardCharsets.ISO_8859_1))
				.contains("amqp:resource-limit-exceeded", "local-idle-timeout expired");
		}
	}

	@Test
	void aClientThatOnlyReceivesNothingLivesOnItsHeartbeats() throws IOException {
		try (Recipient recipient = Recipient.start(this.hubs, "$Default")) {
			for (int silence = 0; silence < 2; silence++) {
				aClientThatFallsSilentIsFoundAndLetGo();
			}
			this.producer.send(Clients.events("at last"), Clients.to("0"));
			recipient.awaitBodies("at last");
			assertThat(recipient.error()).isNull();
		}
	}

	@Test
	void aClientGetsTheHeartbeatsItAsksFor() throws IOException {
		try (LocalEventHubs patient = LocalEventHubs.builder(this.directory.resolve("patient")).hub(HUB, 1).start();
				RawClient client = RawClient.withHeartbeats(patient.port(), INTERVAL, "local", "bG9jYWw=")) {
			client.session();
			assertThat(Stream.generate(() -> heartbeat(client)).limit(4).sorted().findFirst()).get()
				.as("the shortest silence: a busy machine can stretch any of them")
				.satisfies((silence) -> assertThat(silence).isLessThan(INTERVAL));
		}
	}

	@Test
	void aTransferOnALinkThatIsNotThereEndsTheConnectionWithAnError() throws IOException {
		try (RawClient client = client()) {
			client.session();
			client.write(new byte[] { 0, 0, 0, 22, 2, 0, 0, 0, 0, 0x53, 0x14, (byte) 0xc0, 9, 5, 0x52, 77, 0x43,
					(byte) 0xa0, 1, 0, 0x43, 0x41 });
			assertThat(new String(client.untilClosed(), StandardCharsets.ISO_8859_1)).contains("amqp:decode-error");
		}
	}

	@Test
	void aClientThatOpensLinksWithoutEndIsCutOff() throws IOException {
		try (RawClient client = client()) {
			Session session = client.session();
			assertThatIOException().isThrownBy(() -> {
				for (int link = 0; link < 10_000; link++) {
					client.sender(session, HUB);
				}
			});
			assertThat(client.error().getCondition().toString()).isEqualTo("amqp:resource-limit-exceeded");
			assertThat(client.error().getDescription()).contains("at most 5000 links and sessions");
		}
	}

	@Test
	void linksThatAreClosedAgainDoNotCount() throws IOException {
		try (RawClient client = client()) {
			Session session = client.session();
			for (int link = 0; link < 6_000; link++) {
				Sender sender = client.sender(session, HUB);
				sender.close();
				sender.free();
			}
			assertThat(client.send(client.sender(session, HUB), EVENT, 0)).isInstanceOf(Accepted.class);
		}
	}

	@Test
	void linksThatAreRefusedDoNotCountOnceTheirSessionHasEnded() throws IOException {
		try (RawClient client = client()) {
			for (int round = 0; round < 2; round++) {
				Session session = client.session();
				for (int link = 0; link < 2_600; link++) {
					client.sender(session, "nowhere");
				}
				session.close();
				client.until(() -> session.getRemoteState() == EndpointState.CLOSED);
				session.free();
			}
			assertThat(client.send(client.sender(client.session(), HUB), EVENT, 0)).isInstanceOf(Accepted.class);
		}
	}

	@Test
	void anotherProtocolIsAnsweredWithTheRightOneAndClosed() throws IOException {
		try (Socket stranger = new Socket("127.0.0.1", this.hubs.port())) {
			stranger.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(stranger.getInputStream().readAllBytes()).startsWith('A', 'M', 'Q', 'P');
		}
	}

	@Test
	void aFrameLargerThanAgreedEndsTheConnectionWithAnError() throws IOException {
		try (RawClient client = client()) {
			client.session();
			byte[] frame = new byte[70_000];
			frame[1] = 1;
			frame[2] = 0x11;
			frame[3] = 0x70;
			frame[4] = 2;
			client.write(frame);
			assertThat(new String(client.untilClosed(), StandardCharsets.ISO_8859_1)).contains("amqp:");
		}
	}

	@Test
	void aClientThatDoesNotWaitForAnswersIsUnderstood() throws IOException {
		say(conversation());
		assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isEqualTo(1);
	}

	@Test
	void whatBeginsAndEndsInOneBreathIsAnsweredInFull() throws IOException {
		try (RawClient client = client()) {
			client.session();
			client.write(frames(BEGIN, ATTACH, DETACH, ATTACH, END, BEGIN, CLOSE));
			assertThat(answers(client.untilClosed())).containsExactly("begin", "attach", "detach", "attach", "detach",
					"end", "begin", "close");
		}
	}

	@Test
	void linksThatShareANameOrAHandleEndTheConnectionWithAnError() throws IOException {
		String otherHandle = ATTACH.replace("a1046c696e6b43", "a1046c696e6b5201").replace("c0210a", "c0220a");
		for (String second : List.of(ATTACH, otherHandle)) {
			try (RawClient client = client()) {
				client.session();
				client.write(frames(BEGIN, ATTACH, second));
				assertThat(new String(client.untilClosed(), StandardCharsets.ISO_8859_1))
					.contains("a link begins with a handle or a name that another has");
			}
		}
	}

	@Test
	void aClientThatSettlesAllDeliveriesThereCouldBeIsCutOff() throws IOException {
		for (String last : List.of("ffffffff", "7fffffff")) {
			try (RawClient client = client()) {
				client.session();
				client.write(HexFormat.of().parseHex("0000001602000000005315c009044143" + "70" + last + "41"));
				assertThat(new String(client.untilClosed(), StandardCharsets.ISO_8859_1))
					.contains("amqp:resource-limit-exceeded", "settles at most");
			}
		}
	}

	@Test
	void flippedBitsNeverHurtTheServer() throws IOException {
		byte[] good = conversation();
		Random random = new Random(3);
		for (int round = 0; round < 1_000; round++) {
			byte[] bad = good.clone();
			for (int flip = 0; flip < 1 + round % 4; flip++) {
				bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
			}
			say(bad);
		}
	}

	private static byte[] frames(String... performatives) {
		return HexFormat.of()
			.parseHex(Stream.of(performatives)
				.map((performative) -> "%08x02000001%s".formatted(8 + performative.length() / 2, performative))
				.collect(Collectors.joining()));
	}

	private static List<String> answers(byte[] bytes) {
		List<String> answers = new ArrayList<>();
		for (ByteBuffer frames = ByteBuffer.wrap(bytes); frames.hasRemaining();) {
			int begin = frames.position();
			int length = frames.getInt();
			if (length > 10) {
				answers.add(PERFORMATIVES.get((int) frames.get(begin + 10)));
			}
			frames.position(begin + length);
		}
		answers.removeIf("flow"::equals);
		return answers;
	}

	private static Duration heartbeat(RawClient client) {
		long start = System.nanoTime();
		assertThatNoException().isThrownBy(() -> assertThat(client.read(8)).containsExactly(0, 0, 0, 8, 2, 0, 0, 0));
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private byte[] conversation() throws IOException {
		try (RawClient client = client()) {
			Session session = client.session();
			client.send(client.sender(session, HUB + "/Partitions/0"), EVENT, 0);
			Receiver receiver = client.receiver(session, HUB + "/ConsumerGroups/$Default/Partitions/0", Map.of());
			receiver.flow(1);
			client.until(() -> receiver.current() != null);
			receiver.current().disposition(Accepted.getInstance());
			client.sender(session, "$management");
			return client.written();
		}
	}

	private byte[] say(byte[] bytes) throws IOException {
		try (Socket stranger = new Socket("127.0.0.1", this.hubs.port())) {
			stranger.getOutputStream().write(bytes);
			stranger.shutdownOutput();
			return stranger.getInputStream().readAllBytes();
		}
		catch (SocketException ex) {
			assertThat(ex).hasMessageMatching("Connection reset.*|Broken pipe.*");
			return new byte[0];
		}
	}

	private RawClient client() throws IOException {
		return RawClient.withKey(this.hubs.port(), "local", "bG9jYWw=");
	}

}
