package io.commitpipeline.admin.audit;

import java.time.Instant;

/**
 * An action in the account.
 *
 * @param id in the order of writing
 * @param at when it was done
 * @param actor who did it
 * @param action the verb
 * @param subject what it was done to
 * @param stateBefore how that was before
 * @param stateAfter how it was left
 * @param result {@code done}, or why it was not
 */
record AuditEntry(long id, Instant at, String actor, String action, String subject, String stateBefore,
		String stateAfter, String result) {
}
