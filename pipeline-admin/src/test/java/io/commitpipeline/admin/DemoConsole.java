package io.commitpipeline.admin;

import org.springframework.boot.SpringApplication;

/**
 * Runs the console on a database with a replay in it: for work on its looks. Log in as
 * {@code operator} with the password {@code operator}.
 */
final class DemoConsole {

	private DemoConsole() {
	}

	public static void main(String[] args) {
		System.setProperty("spring.datasource.url", new TestDatabase().withDemo(200_000).url());
		System.setProperty("pipeline.console.username", "operator");
		System.setProperty("pipeline.console.password", "operator");
		SpringApplication.run(AdminApplication.class, args);
	}

}
