package io.commitpipeline.local.cli;

import java.time.Clock;

import io.commitpipeline.local.run.Shutdown;
import io.commitpipeline.local.run.Terminal;
import org.slf4j.LoggerFactory;

/**
 * Runs a command and ends with its exit code: 0 done and complete, 1 not complete, 2
 * refused, 130 stopped by Ctrl-C.
 */
public final class AzureLocalMain {

	private AzureLocalMain() {
	}

	public static void main(String[] args) {
		// Several threads begin to log at once, which the library comments on.
		LoggerFactory.getILoggerFactory();
		Shutdown shutdown = new Shutdown();
		Runtime.getRuntime().addShutdownHook(new Thread(shutdown::request, "shutdown"));
		Terminal terminal = new Terminal(System.out, System.err, System.console() != null);
		int exitCode;
		try (shutdown) {
			exitCode = CommandLineInterface.of(terminal, shutdown, Clock.systemUTC()).execute(args);
		}
		System.exit(exitCode);
	}

}
