package io.commitpipeline.local.cli;

import java.time.Clock;

import io.commitpipeline.local.run.Shutdown;
import io.commitpipeline.local.run.Terminal;
import picocli.CommandLine;

/**
 * Puts the commands together.
 */
final class CommandLineInterface {

	private CommandLineInterface() {
	}

	static CommandLine of(Terminal terminal, Shutdown shutdown, Clock clock) {
		Failures failures = new Failures(terminal, shutdown);
		Context context = new Context(terminal, shutdown, clock);
		CommandLine line = new CommandLine(new RootCommand(context));
		RootCommand root = line.getCommand();
		line.addSubcommand(new AzureCommand(root, context))
			.addSubcommand(new VerifyCommand(root, context))
			.addSubcommand(new RebuildCommand(root, context))
			.addSubcommand(new GenerateCommand(context))
			.setParameterExceptionHandler(failures)
			.setExecutionExceptionHandler(failures)
			.setCaseInsensitiveEnumValuesAllowed(true);
		return line;
	}

}
