package io.commitpipeline.admin.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters actions of the one who is logged in, each in the transaction of the action
 * itself.
 */
@Repository
public class Audit {

	private static final String NOBODY = "console";

	private final JdbcClient jdbc;

	Audit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Enters an action; without a transaction to join it fails.
	 * @param action what was done
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Action action) {
		insert(actor(), action);
	}

	/**
	 * Enters what somebody did who is not logged in, or not any more.
	 * @param actor who, as they say
	 * @param action what was done
	 */
	@Transactional
	public void recordOf(String actor, Action action) {
		insert(actor, action);
	}

	private void insert(String actor, Action action) {
		this.jdbc.sql("""
				insert into audit (actor, action, subject, state_before, state_after, result)
				values (?, ?, ?, ?, ?, ?)
				""")
			.params(actor, action.name(), action.subject(), action.before(), action.after(), action.result())
			.update();
	}

	private static String actor() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getName() : NOBODY;
	}

}
