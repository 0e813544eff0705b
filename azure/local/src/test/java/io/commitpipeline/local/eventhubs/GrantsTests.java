package io.commitpipeline.local.eventhubs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import io.commitpipeline.local.SetClock;
import io.commitpipeline.local.eventhubs.access.Grants;
import io.commitpipeline.local.eventhubs.access.SharedAccessKey;
import io.commitpipeline.local.eventhubs.broker.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GrantsTests {

	private static final int MOST = 10_000;

	private static final Duration TICK = Duration.ofMillis(250);

	private final SasTokens tokens = new SasTokens("policy", "a secret");

	private final SetClock clock = new SetClock(Clock.systemUTC().instant());

	private final Grants grants = new Grants(new SharedAccessKey("policy", "a secret"), this.clock);

	@Test
	void aTokenCountsForAllBelowItAndForNothingElse() throws RefusedException {
		take("hub/ConsumerGroups/group");
		assertThat(this.grants.allow("HUB/consumergroups/Group/Partitions/0")).isTrue();
		assertThat(this.grants.allow("hub/ConsumerGroups/group")).isTrue();
		assertThat(this.grants.allow("hub/ConsumerGroups/groups")).isFalse();
		assertThat(this.grants.allow("hub")).isFalse();
		assertThat(this.grants.allowAnyOf("hub")).isTrue();
		assertThat(this.grants.allowAnyOf("hu")).isFalse();
	}

	@Test
	void aTokenForTheNamespaceCountsForAll() throws RefusedException {
		take("");
		assertThat(this.grants.allow("hub/Partitions/0")).isTrue();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.grants.allow("hub/Partitions/0")).isFalse();
	}

	@Test
	void whoHasAllTheTokensThereMayBeStillRenewsThem() throws RefusedException {
		takeAll();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> take("one/more"))
			.withMessageContaining("maximum number of tokens per connection which is 10000");
		this.clock.advance(Duration.ofSeconds(50));
		take("hub/Partitions/7");
		this.clock.advance(Duration.ofSeconds(50));
		assertThat(this.grants.allow("hub/Partitions/7")).isTrue();
		assertThat(this.grants.allow("hub/Partitions/8")).isFalse();
	}

	@Test
	void manyLinksWithATokenEachAreCheckedBetweenTwoTicks() throws RefusedException {
		takeAll();
		assertThat(Stream.generate(this::timeOfManyChecks).limit(3).sorted().findFirst()).get()
			.as("the quickest of three on a machine that may be busy")
			.satisfies((time) -> assertThat(time).isLessThan(TICK));
	}

	@Test
	@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void anAudienceMayHaveAnyNumberOfSlashes() {
		String slashes = "/".repeat(1_000_000);
		assertThat(Grants.entity("sb://anywhere" + slashes + "hub" + slashes + "x" + slashes)).isEqualTo("hub");
	}

	private Duration timeOfManyChecks() {
		long start = System.nanoTime();
		for (int link = 0; link < 1_000; link++) {
			assertThat(this.grants.allow("hub/Partitions/" + link)).isTrue();
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void takeAll() throws RefusedException {
		for (int token = 0; token < MOST; token++) {
			take("hub/Partitions/" + token);
		}
	}

	private void take(String path) throws RefusedException {
		Instant until = this.clock.instant().plusSeconds(60);
		this.grants.take("amqp://anywhere/" + path, this.tokens.token("amqp://anywhere/" + path, until));
	}

}
