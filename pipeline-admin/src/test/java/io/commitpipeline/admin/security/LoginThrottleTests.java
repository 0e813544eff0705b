package io.commitpipeline.admin.security;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LoginThrottleTests {

	private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

	private final Clock clock = mock();

	private final LoginThrottle throttle = new LoginThrottle(this.clock);

	LoginThrottleTests() {
		given(this.clock.getZone()).willReturn(ZoneOffset.UTC);
		at(START);
	}

	@Test
	void whoFailsTooOftenWaitsAndOnlyThey() {
		fail(LoginThrottle.FAILURES - 1);
		assertThat(this.throttle.refuses("10.0.0.1")).isFalse();
		fail(1);
		assertThat(this.throttle.refuses("10.0.0.1")).isTrue();
		assertThat(this.throttle.refuses("10.0.0.2")).isFalse();
	}

	@Test
	void afterAWhileTheyMayTryAgain() {
		fail(LoginThrottle.FAILURES);
		at(START.plus(LoginThrottle.WINDOW).plusSeconds(1));
		assertThat(this.throttle.refuses("10.0.0.1")).isFalse();
	}

	private void at(Instant now) {
		given(this.clock.instant()).willReturn(now);
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			this.throttle.failed("10.0.0.1");
		}
	}

}
