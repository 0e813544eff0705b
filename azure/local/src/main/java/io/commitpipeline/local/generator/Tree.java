package io.commitpipeline.local.generator;

import java.util.List;

/**
 * The source tree that commits touch: its components and what their files are called.
 */
final class Tree {

	static final List<String> COMPONENTS = List.of("analytics/etl", "analytics/experiments", "core/api", "core/ml",
			"core/storage", "frontend/admin", "frontend/app", "infra/ci", "infra/ops", "services/billing",
			"services/payments", "security/auth", "security/crypto");

	static final List<Integer> SENSITIVE = List.of(10, 11, 12);

	private static final List<List<String>> EXTENSIONS = List.of(List.of("py", "sql"), List.of("ipynb", "py"),
			List.of("go", "py", "rs"), List.of("ipynb", "py"), List.of("go", "rs", "sql"), List.of("js", "ts", "tsx"),
			List.of("js", "ts", "tsx"), List.of("groovy", "yaml"), List.of("sh", "yaml"), List.of("go", "py"),
			List.of("go", "py"), List.of("c", "go", "py"), List.of("c", "rs"));

	private static final List<String> FOLDERS = List.of("handlers", "internal", "legacy", "pkg", "service", "tools",
			"v2");

	private static final List<String> FILES = List.of("cache", "client", "data", "feature", "handler", "job", "model",
			"server", "session", "store");

	private static final int NUMBERS = 120_000;

	private Tree() {
	}

	static void appendPath(StringBuilder row, int component, Dice dice) {
		row.append('/')
			.append(COMPONENTS.get(component))
			.append('/')
			.append(dice.oneOf(FOLDERS))
			.append('/')
			.append(dice.oneOf(FILES))
			.append('_')
			.append(dice.below(NUMBERS))
			.append('.')
			.append(dice.oneOf(EXTENSIONS.get(component)));
	}

}
