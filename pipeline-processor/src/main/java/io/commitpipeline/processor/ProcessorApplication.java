package io.commitpipeline.processor;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

import io.commitpipeline.processor.rebuild.RebuildApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the processor, or a job of it.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProcessorApplication {

	/**
	 * Runs until it is told to stop, or with the argument {@code rebuild} until the
	 * metrics are rebuilt.
	 * @param args the job's name or Spring Boot's arguments
	 * @throws SQLException if the database does not answer the job
	 * @throws IOException if the job cannot read the archive
	 */
	public static void main(String[] args) throws SQLException, IOException {
		if (args.length > 0 && args[0].equals("rebuild")) {
			System.exit(RebuildApplication.run(Arrays.copyOfRange(args, 1, args.length)));
		}
		SpringApplication.run(ProcessorApplication.class, args);
	}

}
