package io.commitpipeline.admin.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets an address fail a few times, then makes it wait. Names are not locked: anybody
 * could lock an operator out.
 */
@Component
class LoginThrottle {

	static final int FAILURES = 10;

	static final Duration WINDOW = Duration.ofMinutes(5);

	private static final int ADDRESSES = 10_000;

	private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

	private final Clock clock;

	LoginThrottle(Clock clock) {
		this.clock = clock;
	}

	@EventListener
	void failed(AuthenticationFailureBadCredentialsEvent event) {
		String address = address(event);
		if (address != null) {
			failed(address);
		}
	}

	@EventListener
	synchronized void succeeded(AuthenticationSuccessEvent event) {
		this.failures.remove(address(event));
	}

	synchronized void failed(String address) {
		this.failures.computeIfAbsent(address, (key) -> new ArrayDeque<>()).addLast(this.clock.instant());
		if (this.failures.size() > ADDRESSES) {
			this.failures.remove(this.failures.keySet().iterator().next());
		}
	}

	synchronized boolean refuses(String address) {
		Deque<Instant> recent = this.failures.get(address);
		if (recent == null) {
			return false;
		}
		Instant since = this.clock.instant().minus(WINDOW);
		recent.removeIf((failure) -> failure.isBefore(since));
		return recent.size() >= FAILURES;
	}

	private static String address(AbstractAuthenticationEvent event) {
		return (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details)
				? details.getRemoteAddress() : null;
	}

}
