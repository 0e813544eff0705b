package io.commitpipeline.local.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.commitpipeline.local.replays.SourceException;
import io.commitpipeline.local.run.RefusedException;
import io.commitpipeline.local.run.Shutdown;
import io.commitpipeline.local.run.StoppedException;
import io.commitpipeline.local.run.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line why a command failed, and with which exit code it ends.
 */
record Failures(Terminal terminal,
		Shutdown shutdown) implements IParameterExceptionHandler, IExecutionExceptionHandler {

	private static final int INCOMPLETE = 1;

	private static final int REFUSED = 2;

	private static final int INTERRUPTED = 130;

	/** What systems say when a disk is full. */
	private static final List<String> DISK_FULL = List.of("No space left", "not enough space", "quota exceeded",
			"could not extend file");

	@Override
	public int handleParseException(ParameterException failure, String[] args) {
		say(failure.getMessage() + " (see --help)");
		return REFUSED;
	}

	@Override
	public int handleExecutionException(Exception failure, CommandLine line, ParseResult arguments) {
		if (this.shutdown.isRequested() || failure instanceof StoppedException) {
			return INTERRUPTED;
		}
		if (isDiskFull(failure)) {
			say("The disk is full: " + failure.getMessage());
			return REFUSED;
		}
		say(message(failure));
		return (failure instanceof RefusedException || failure instanceof SourceException) ? REFUSED : INCOMPLETE;
	}

	private void say(String message) {
		this.terminal.log("azure-local: " + message.replaceAll("\\s*\\R\\s*", " "));
	}

	private static boolean isDiskFull(Exception failure) {
		return causes(failure).map(Throwable::getMessage)
			.filter(Objects::nonNull)
			.anyMatch((message) -> DISK_FULL.stream().anyMatch(message::contains));
	}

	private static String message(Exception failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.toString();
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
	}

}
