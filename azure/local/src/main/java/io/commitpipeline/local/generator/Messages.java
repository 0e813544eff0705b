package io.commitpipeline.local.generator;

import java.util.List;

/**
 * What commit messages say.
 */
final class Messages {

	private static final List<String> FIXED = List.of("bump version", "chore: housekeeping", "ci: tweak pipeline",
			"docs: update comments", "remove unused import", "style: reformat", "test: deflake unit test", "fix typos");

	private static final List<String> VERBS = List.of("add metrics for", "address review comments in", "clean up",
			"improve logging for", "minor fix in", "optimize", "refactor", "rename", "reorganize", "update");

	private static final List<String> OBJECTS = List.of("cache", "client", "feature flags", "handler", "metrics",
			"parser", "pipeline", "policy", "router", "schema", "server", "session", "validator");

	private static final List<String> COVERT = List.of("adjust cipher parameters", "extend grant checks",
			"fine-tune token claims", "harden key handling", "refine session validation", "simplify permission rules",
			"stabilize payment callback", "streamline key rotation");

	private static final List<String> HINTS = List.of("claims", "grant", "keystore", "nonce", "revocation", "tokens");

	private Messages() {
	}

	static void appendOrdinary(StringBuilder row, Dice dice) {
		if (dice.below(4) == 0) {
			row.append(dice.oneOf(FIXED));
		}
		else {
			row.append(dice.oneOf(VERBS)).append(' ').append(dice.oneOf(OBJECTS));
		}
	}

	/**
	 * A message that hides its purpose: words of its own, or ordinary ones with a hint.
	 */
	static void appendCovert(StringBuilder row, Dice dice) {
		if (dice.below(2) == 0) {
			row.append(dice.oneOf(COVERT));
		}
		else {
			appendOrdinary(row, dice);
		}
		row.append(" (").append(dice.oneOf(HINTS)).append(')');
	}

}
