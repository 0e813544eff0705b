package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import io.commitpipeline.local.SetClock;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTests extends HubFixture {

	private static final SasTokens POLICY = new SasTokens("policy", "a secret");

	private static final byte[] EVENT = { 0, 0x53, 0x75, (byte) 0xa0, 1, 'x' };

	private final SetClock clock = new SetClock(Clock.systemUTC().instant());

	@BeforeEach
	@Override
	void start() throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory)
			.hub(HUB, 2)
			.hub("others", 1)
			.sharedAccessKey(POLICY.keyName(), POLICY.key())
			.clock(this.clock)
			.start();
		connect();
	}

	@Test
	void theKeyOfTheNamespaceOpensEveryHub() {
		this.producer.send(Clients.events("in"), Clients.to("0"));
		assertThat(this.consumer.getEventHubProperties().getName()).isEqualTo(HUB);
		try (EventHubConsumerClient others = Clients.consumer(this.hubs, "others")) {
			assertThat(others.getPartitionIds()).containsExactly("0");
		}
	}

	@Test
	void aTokenSignedWithAnotherKeyIsRefusedForGood() {
		assertRefused(this.hubs.connectionString(HUB).replace("a secret", "a guess"), "InvalidSignature:");
		assertRefused(this.hubs.connectionString(HUB).replace("policy", "politics"), "InvalidSignature:");
	}

	@Test
	void aTokenThatIsOverIsRefused() {
		this.clock.advance(Duration.ofDays(1));
		assertRefused(this.hubs.connectionString(HUB), "ExpiredToken:");
	}

	private void assertRefused(String connectionString, String description) {
		EventHubClientBuilder builder = Clients.of(connectionString).consumerGroup("$Default");
		try (EventHubConsumerClient stranger = builder.buildConsumerClient()) {
			assertThatThrownBy(stranger::getEventHubProperties).hasMessageContaining(description)
				.isInstanceOfSatisfying(AmqpException.class,
						(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.UNAUTHORIZED_ACCESS));
		}
		try (var producer = Clients.of(connectionString).buildProducerClient()) {
			assertThatThrownBy(() -> producer.send(Clients.events("lost"))).hasMessageContaining(description);
		}
	}

	@Test
	void aTokenOpensItsHubOnly() throws IOException {
		try (RawClient client = RawClient.asNobody(this.hubs.port())) {
			Session session = client.session();
			assertThat(refusal(client.sender(session, HUB))).isEqualTo("amqp:unauthorized-access");
			assertThat(putToken(client, session, "amqp://anywhere/" + HUB)).isEqualTo(202);
			assertThat(client.send(client.sender(session, HUB), EVENT, 0)).isInstanceOf(Accepted.class);
			assertThat(client.send(client.sender(session, HUB + "/Partitions/1"), EVENT, 0))
				.isInstanceOf(Accepted.class);
			assertThat(refusal(client.sender(session, "others"))).isEqualTo("amqp:unauthorized-access");
			assertThat(client.request(session, "$cbs", token("amqp://anywhere/others"),
					POLICY.token("amqp://anywhere/" + HUB, this.clock.instant().plusSeconds(60))))
				.isEqualTo(401);
			assertThat(putToken(client, session, "amqp://anywhere/nowhere")).isEqualTo(404);
			assertThat(putToken(client, session, "sb://anywhere/others/$management")).isEqualTo(202);
		}
	}

	@Test
	void aTokenRenewedInTimeKeepsALinkAndOneThatRunsOutEndsIt() throws IOException {
		try (RawClient client = RawClient.asNobody(this.hubs.port())) {
			Session session = client.session();
			putToken(client, session, "amqp://anywhere/" + HUB);
			Sender sender = client.sender(session, HUB);
			this.clock.advance(Duration.ofSeconds(50));
			putToken(client, session, "amqp://anywhere/" + HUB);
			this.clock.advance(Duration.ofSeconds(50));
			assertThat(client.send(sender, EVENT, 0)).isInstanceOf(Accepted.class);
			this.clock.advance(Duration.ofSeconds(50));
			client.until(() -> sender.getRemoteState() == EndpointState.CLOSED);
			assertThat(sender.getRemoteCondition().getDescription()).startsWith("ExpiredToken:");
		}
	}

	@Test
	void aReceiverWhoseTokenRunsOutIsToldSo() {
		this.producer.send(Clients.events("first"), Clients.to("0"));
		try (Recipient recipient = Recipient.start(this.hubs, "$Default")) {
			recipient.awaitBodies("first");
			this.clock.advance(Duration.ofDays(1));
			recipient.awaitEnd(AmqpErrorCondition.UNAUTHORIZED_ACCESS);
		}
	}

	@Test
	void aClientMaySignInWithTheKeyItself() throws IOException {
		try (RawClient client = RawClient.withKey(this.hubs.port(), POLICY.keyName(), POLICY.key())) {
			assertThat(client.send(client.sender(client.session(), HUB), EVENT, 0)).isInstanceOf(Accepted.class);
		}
		try (RawClient stranger = RawClient.withKey(this.hubs.port(), POLICY.keyName(), "a guess")) {
			assertThatIOException().isThrownBy(stranger::session);
		}
	}

	private Object putToken(RawClient client, Session session, String audience) throws IOException {
		return client.request(session, "$cbs", token(audience),
				POLICY.token(audience, this.clock.instant().plusSeconds(60)));
	}

	private static Map<String, Object> token(String audience) {
		return Map.of("operation", "put-token", "type", "servicebus.windows.net:sastoken", "name", audience);
	}

	private static String refusal(Sender sender) {
		return sender.getRemoteCondition().getCondition().toString();
	}

}
