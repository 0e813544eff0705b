package io.commitpipeline.admin;

import io.commitpipeline.local.LocalAzure;
import org.springframework.boot.SpringApplication;

/**
 * Runs the console on a database with a replay in it: for work on its looks. Log in as
 * {@code operator} with the password {@code open sesame}.
 */
final class DemoConsole {

	private DemoConsole() {
	}

	public static void main(String[] args) {
		LocalAzure azure = DemoAzure.get();
		new DemoProducer(azure.postgres());
		TestConsole.settings(azure).forEach(System::setProperty);
		SpringApplication.run(AdminApplication.class, args);
	}

}
