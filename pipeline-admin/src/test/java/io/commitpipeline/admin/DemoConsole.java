package io.commitpipeline.admin;

import org.springframework.boot.SpringApplication;

/**
 * Runs the console on a database with a replay in it: for work on its looks. Log in as
 * {@code operator} with the password {@code open sesame}.
 */
final class DemoConsole {

	private DemoConsole() {
	}

	public static void main(String[] args) {
		TestDatabase database = new TestDatabase().withDemo(200_000).with("unusual.sql");
		new DemoProducer(database);
		database.settings().forEach(System::setProperty);
		SpringApplication.run(AdminApplication.class, args);
	}

}
