package io.commitpipeline.admin.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import io.commitpipeline.admin.audit.Action;
import io.commitpipeline.admin.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Enters who logs in, fails to and logs out, and from where. Of a flood of failures a few
 * an hour are entered, the others are counted. A name is entered as it was given, known
 * or not.
 */
@Component
class LoginAudit {

	static final int FAILURES_AN_HOUR = 20;

	private static final Logger logger = LoggerFactory.getLogger(LoginAudit.class);

	private static final int LONGEST_NAME = 100;

	private final Audit audit;

	private final Clock clock;

	private final Deque<Instant> entered = new ArrayDeque<>();

	private long notEntered;

	LoginAudit(Audit audit, Clock clock) {
		this.audit = audit;
		this.clock = clock;
	}

	@EventListener
	void succeeded(InteractiveAuthenticationSuccessEvent event) {
		enter("login", event.getAuthentication(), Action.DONE);
	}

	@EventListener
	void loggedOut(LogoutSuccessEvent event) {
		enter("logout", event.getAuthentication(), Action.DONE);
	}

	@EventListener
	synchronized void failed(AbstractAuthenticationFailureEvent event) {
		Instant now = this.clock.instant();
		this.entered.removeIf((time) -> !time.isAfter(now.minus(Duration.ofHours(1))));
		if (this.entered.size() >= FAILURES_AN_HOUR) {
			this.notEntered++;
			return;
		}
		this.entered.add(now);
		String others = (this.notEntered > 0) ? "; " + this.notEntered + " others before were not entered" : "";
		enter("login", event.getAuthentication(), "refused" + others);
		this.notEntered = 0;
	}

	/** Who may log in does so without the account, too. */
	private void enter(String action, Authentication who, String result) {
		try {
			this.audit.recordOf(name(who), new Action(action, "from " + address(who), null, null, result));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Not in the audit while the database is away: {} of {} from {}: {} ({})", action, name(who),
					address(who), result, ex.getMessage());
		}
	}

	private static String name(Authentication who) {
		String name = who.getName().replaceAll("\\p{Cntrl}", "?");
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

	private static String address(Authentication who) {
		return (who.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "an unknown address";
	}

}
