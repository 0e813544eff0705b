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
		TestDatabase database = new TestDatabase().withDemo(200_000);
		new DemoProducer(database);
		System.setProperty("spring.datasource.url", database.url());
		System.setProperty("pipeline.console.username", "operator");
		System.setProperty("pipeline.console.password", "operator");
		SpringApplication.run(AdminApplication.class, args);
	}

}
