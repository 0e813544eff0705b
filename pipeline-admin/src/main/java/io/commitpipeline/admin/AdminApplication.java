package io.commitpipeline.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

import io.commitpipeline.admin.security.PasswordHashes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the console.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AdminApplication {

	/**
	 * Starts the console, or, asked to {@code hash-password}, prints the hash of the
	 * password on standard input.
	 * @throws IOException if the password cannot be read
	 */
	public static void main(String[] args) throws IOException {
		if (List.of(args).equals(List.of("hash-password"))) {
			PasswordHashes.print(System.in, System.out);
			return;
		}
		SpringApplication.run(AdminApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
